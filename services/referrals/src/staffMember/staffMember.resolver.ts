import { ConnectionArgs, loadPage, pageRequest, type Connection, type RequestContext } from "@corespond/kit";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { ReferralConnection } from "../referral/referral.connection";
import { mayKnowOwners } from "../referral/referral.policy";
import type { Referral } from "../referral/referral.type";
import { caseloadOf } from "../referral/referralLists.loader";
import { StaffMemberReference } from "./staffMember.type";

/** What this slice adds to a staff member. */
@Resolver(() => StaffMemberReference)
export class StaffMemberResolver {
  @FieldResolver(() => ReferralConnection, {
    nullable: true,
    description:
      "The open referrals that the staff member owns and that you may see, from the latest made to the earliest. Null for everybody outside the welfare side, whatever there is: it would tell a sender who owns what.",
  })
  async caseload(
    @Root() { id }: StaffMemberReference,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Referral> | null> {
    const page = pageRequest(args);
    return mayKnowOwners(context.viewer)
      ? await loadPage(context, caseloadOf, { parents: [id], page, filter: null })
      : null;
  }
}
