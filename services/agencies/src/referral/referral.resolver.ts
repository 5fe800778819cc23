import { load, type RequestContext } from "@corespond/kit";
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";

import { callById } from "../call/call.loader";
import { CallForService } from "../call/call.type";
import { ReferralReference } from "./referral.type";

/** What this slice adds to referrals. */
@Resolver(() => ReferralReference)
export class ReferralResolver {
  @Directive('@requires(fields: "callId")')
  @FieldResolver(() => CallForService, {
    nullable: true,
    description:
      "The call for service that led to the referral; null where none did, or the viewer may not know of it.",
  })
  async call(@Root() referral: ReferralReference, @Ctx() context: RequestContext): Promise<CallForService | null> {
    return referral.callId == null ? null : await load(context, callById, referral.callId);
  }
}
