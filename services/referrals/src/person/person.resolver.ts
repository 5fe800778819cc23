import { ConnectionArgs, loadPage, pageRequest, type Connection, type RequestContext } from "@corespond/kit";
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";

import { ReferralConnection } from "../referral/referral.connection";
import type { Referral } from "../referral/referral.type";
import { referralsOfRecords } from "../referral/referralLists.loader";
import { PersonReference } from "./person.type";

/** What this slice adds to a person. */
@Resolver(() => PersonReference)
export class PersonResolver {
  @Directive('@requires(fields: "recordIds")')
  @FieldResolver(() => ReferralConnection, {
    nullable: true,
    description: "The referrals that concern the person and that you may see, from the latest made to the earliest.",
  })
  async referrals(
    @Root() { recordIds }: PersonReference,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Referral>> {
    return await loadPage(context, referralsOfRecords, { parents: recordIds, page: pageRequest(args), filter: null });
  }
}
