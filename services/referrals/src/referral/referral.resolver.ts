import { ConnectionArgs, load, loadPage, pageRequest, type Connection, type RequestContext } from "@corespond/kit";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";

import { ReferralConnection } from "./referral.connection";
import { referralById } from "./referral.loader";
import { Referral } from "./referral.type";
import { ReferralFilter, refuseHiddenFilters } from "./referralFilter";
import { referralList } from "./referralLists.loader";

/** Ways into referrals. */
@Resolver(() => Referral)
export class ReferralResolver {
  @Query(() => Referral, {
    nullable: true,
    description: "One referral; null where there is none with this id that you may see.",
  })
  async referral(
    @Arg("id", () => ID, { description: "Identity of the referral." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Referral | null> {
    return await load(context, referralById, id);
  }

  @Query(() => ReferralConnection, {
    nullable: true,
    description:
      "The referrals that you may see and that fit the filter, from the latest made to the earliest. Asking by a field that your role never gets is refused with FORBIDDEN.",
  })
  async referrals(
    @Arg("filter", () => ReferralFilter, { nullable: true, description: "Which ones; all without it." })
    filter: ReferralFilter | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Referral>> {
    refuseHiddenFilters(context.viewer, filter ?? {});
    return await loadPage(context, referralList, { parents: [], page: pageRequest(args), filter: filter ?? {} });
  }
}
