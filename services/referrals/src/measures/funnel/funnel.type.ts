import { Field, Int, ObjectType } from "type-graphql";

import { StatusReasonCode } from "../../vocabulary/statusReasonCode";
import { suppressedDescription } from "../peopleReached/peopleReached.type";
import { Proportion } from "../statistics/proportion.type";

/** How many referrals were rejected for a reason. */
@ObjectType({ description: "How many referrals were rejected for a reason.", simpleResolvers: true })
export class RejectReasonCount {
  @Field(() => StatusReasonCode, { description: "The reason." })
  readonly reason: StatusReasonCode;

  @Field(() => Int, { nullable: true, description: "Referrals; null where suppressed." })
  readonly referrals: number | null;
}

/** What became of the referrals of a period. */
@ObjectType({
  description:
    "What became of the referrals that were submitted in a period, as it stands now. Counts are of referrals; each of `accepted`, `contacted`, `connected` and `completed` counts whoever ever came so far. Null where suppressed.",
  simpleResolvers: true,
})
export class ReferralFunnel {
  @Field(() => Int, { nullable: true, description: "Submitted in the period." })
  readonly sent: number | null;

  @Field(() => Int, { nullable: true, description: "Taken on by a social worker." })
  readonly accepted: number | null;

  @Field(() => Int, { nullable: true, description: "With at least one contact whose result is COMPLETED." })
  readonly contacted: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "With at least one service referral that a provider accepted. Service referrals to protected programs (42 CFR Part 2, victim services) count for nobody, so that none can be inferred.",
  })
  readonly connected: number | null;

  @Field(() => Int, { nullable: true, description: "Completed: the resident got help." })
  readonly completed: number | null;

  @Field(() => Int, { nullable: true, description: "Not taken on." })
  readonly rejected: number | null;

  @Field(() => Int, { nullable: true, description: "Given up or taken back." })
  readonly cancelled: number | null;

  @Field(() => Int, { nullable: true, description: "Ended without the help that was asked for." })
  readonly failed: number | null;

  @Field(() => Int, { nullable: true, description: "Not at an end yet." })
  readonly open: number | null;

  @Field(() => Proportion, { nullable: true, description: "`accepted` of `sent`." })
  readonly acceptedShare: Proportion | null;

  @Field(() => Proportion, { nullable: true, description: "`contacted` of `sent`." })
  readonly contactedShare: Proportion | null;

  @Field(() => Proportion, { nullable: true, description: "`connected` of `sent`." })
  readonly connectedShare: Proportion | null;

  @Field(() => Proportion, { nullable: true, description: "`completed` of `sent`." })
  readonly completedShare: Proportion | null;

  @Field(() => [RejectReasonCount], {
    description: "The rejected ones by reason, the most frequent first; at most one entry per reason.",
  })
  readonly rejectReasons: readonly RejectReasonCount[];

  @Field(() => Boolean, { description: suppressedDescription })
  readonly suppressed: boolean;
}
