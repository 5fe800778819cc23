import { Field, ObjectType } from "type-graphql";

import type { Intake } from "../ports/agencies.port";
import { referralPayloadType } from "./referral.payloads";

/** Whom to call when nobody looks at referrals. */
@ObjectType("ReferralCrisisLine", {
  description: "A number that answers while nobody looks at referrals, as the county's program configured it.",
  simpleResolvers: true,
})
class ReferralCrisisLine {
  @Field(() => String, { description: "What answers there." })
  readonly name: string;

  @Field(() => String, { description: "The number to dial, as it is published: E.164 or a short code such as 988." })
  readonly number: string;

  @Field(() => String, { nullable: true, description: "Whom it is for, and when it answers." })
  readonly description: string | null;
}

/** Result of `submitReferral`. */
@ObjectType({ description: "Result of `submitReferral`.", simpleResolvers: true })
export class SubmitReferralPayload extends referralPayloadType("submitReferral", "SubmitReferralPayloadBase") {
  @Field(() => Date, {
    nullable: true,
    description:
      "When somebody next looks at referrals: now, within intake hours, or the next opening. Null where that is not known: nothing is promised then.",
  })
  readonly nextReviewAt: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether nobody looks at referrals now; null where that is not known.",
  })
  readonly outOfHours: boolean | null;

  @Field(() => [ReferralCrisisLine], {
    nullable: true,
    description: "Out of hours: whom to call in a crisis. Null within hours, and where the hours are not known.",
  })
  readonly crisisNumbers: Intake["crisisNumbers"] | null;
}
