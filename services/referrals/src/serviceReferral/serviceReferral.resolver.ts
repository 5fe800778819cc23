import {
  ConnectionArgs,
  graphError,
  load,
  loadPage,
  pageRequest,
  type Connection,
  type RequestContext,
} from "@corespond/kit";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";

import { isSender } from "../referral/referral.policy";
import { ReferralStatus } from "../vocabulary/referralStatus";
import { ServiceReferralConnection } from "./serviceReferral.connection";
import { serviceReferralById, serviceReferralList } from "./serviceReferral.loader";
import { ServiceReferral } from "./serviceReferral.type";

/** Ways into service referrals. */
@Resolver(() => ServiceReferral)
export class ServiceReferralResolver {
  @Query(() => ServiceReferral, {
    nullable: true,
    description: "One service referral; null where there is none with this id that you may see.",
  })
  async serviceReferral(
    @Arg("id", () => ID, { description: "Identity of the service referral." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ServiceReferral | null> {
    return await load(context, serviceReferralById, id);
  }

  @Query(() => ServiceReferralConnection, {
    nullable: true,
    description:
      "The service referrals that you may see, from the latest sent to the earliest: a provider's are those sent to its organization.",
  })
  async serviceReferrals(
    @Arg("status", () => ReferralStatus, {
      nullable: true,
      description: "Only those in this state. Refused with FORBIDDEN for senders of referrals, who never get it.",
    })
    status: ReferralStatus | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ServiceReferral>> {
    if (status != null && isSender(context.viewer)) {
      throw graphError(
        "FORBIDDEN",
        `The role ${context.viewer.role} gets no service referrals, so it may not filter them.`,
        { field: "status" },
      );
    }
    return await loadPage(context, serviceReferralList, {
      parents: [],
      page: pageRequest(args),
      filter: status ?? null,
    });
  }
}
