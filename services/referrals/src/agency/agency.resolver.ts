import { ConnectionArgs, loadPage, pageRequest, type Connection, type RequestContext } from "@corespond/kit";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { ReferralConnection } from "../referral/referral.connection";
import type { Referral } from "../referral/referral.type";
import { referralsOfAgency } from "../referral/referralLists.loader";
import { AgencyReference } from "./agency.type";

/** What this slice adds to an agency. */
@Resolver(() => AgencyReference)
export class AgencyResolver {
  @FieldResolver(() => ReferralConnection, {
    nullable: true,
    description:
      "The referrals that the agency made, or that go to its social worker, that you may see, from the latest made to the earliest.",
  })
  async referrals(
    @Root() { id }: AgencyReference,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Referral>> {
    return await loadPage(context, referralsOfAgency, { parents: [id], page: pageRequest(args), filter: null });
  }
}
