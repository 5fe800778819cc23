import { ConnectionArgs, loadPage, pageRequest, type Connection, type RequestContext } from "@corespond/kit";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { ServiceReferralConnection } from "../serviceReferral/serviceReferral.connection";
import { serviceReferralsOfService } from "../serviceReferral/serviceReferral.loader";
import type { ServiceReferral } from "../serviceReferral/serviceReferral.type";
import { ServiceReference } from "./service.type";

/** What this slice adds to a service. */
@Resolver(() => ServiceReference)
export class ServiceResolver {
  @FieldResolver(() => ServiceReferralConnection, {
    nullable: true,
    description: "The service referrals sent to the service that you may see, from the latest sent to the earliest.",
  })
  async referrals(
    @Root() { id }: ServiceReference,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ServiceReferral>> {
    return await loadPage(context, serviceReferralsOfService, { parents: [id], page: pageRequest(args), filter: null });
  }
}
