import { Field, ID, ObjectType } from "type-graphql";

import { ReferralStatusReason } from "../referral/statusReason.type";
import { ReferralEventKind } from "../vocabulary/referralEventKind";
import { ReferralStatus } from "../vocabulary/referralStatus";

/** An entry of a timeline as one viewer sees it; only the policy makes one. */
@ObjectType({
  description:
    "One step in the history of a referral, or of a service referral that was made for it. History is only ever added to.",
  simpleResolvers: true,
})
export class ReferralEvent {
  /** Ids that field resolvers lead from. They are no fields of the graph. */
  readonly byId: string;
  readonly serviceReferralId: string | null;

  @Field(() => ID, { description: "Identity of the entry." })
  readonly id: string;

  @Field(() => ReferralEventKind, { description: "What happened." })
  readonly kind: ReferralEventKind;

  @Field(() => ReferralStatus, { nullable: true, description: "The state before; null for the first entry." })
  readonly from: ReferralStatus | null;

  @Field(() => ReferralStatus, { description: "The state after; the same as before where the step did not change it." })
  readonly to: ReferralStatus;

  @Field(() => ReferralStatusReason, { nullable: true, description: "Why; null where the step needs no reason." })
  readonly reason: ReferralStatusReason | null;

  @Field(() => Date, { description: "When it happened." })
  readonly occurredAt: Date;

  @Field(() => Date, { description: "When it was recorded here; the timeline is in this order, newest first." })
  readonly recordedAt: Date;
}
