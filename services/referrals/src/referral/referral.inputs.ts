import { IsId, IsPlainText, KeyedInputBase } from "@corespond/kit";
import { IsOptional, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";

import { ReferralStatusReasonInput } from "../inputs/statusReason.input";
import { ReferralOutcome } from "../vocabulary/referralOutcome";

/** What every action on a referral's input carries. */
@InputType("ReferralStepInput", { description: "What every action on a referral carries." })
export abstract class ReferralStepInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The referral." })
  readonly referralId: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The referral's `version` as you read it: the action ends with CONFLICT where it has changed for you since.",
  })
  readonly expectedVersion?: string | null;
}

/** What an action that must be explained carries. */
@InputType("ExplainedReferralStepInput", {
  description: "What an action on a referral carries that must be explained.",
})
abstract class ExplainedStepInput extends ReferralStepInput {
  @ValidateNested()
  @Field(() => ReferralStatusReasonInput, { description: "Why." })
  readonly reason: ReferralStatusReasonInput;
}

/** Input of `acceptReferral`. */
@InputType({ description: "Input of `acceptReferral`." })
export class AcceptReferralInput extends ReferralStepInput {}

/** Input of `rejectReferral`. */
@InputType({ description: "Input of `rejectReferral`." })
export class RejectReferralInput extends ExplainedStepInput {}

/** Input of `putReferralOnHold`. */
@InputType({ description: "Input of `putReferralOnHold`." })
export class PutReferralOnHoldInput extends ExplainedStepInput {}

/** Input of `resumeReferral`. */
@InputType({ description: "Input of `resumeReferral`." })
export class ResumeReferralInput extends ReferralStepInput {}

/** Input of `completeReferral`. */
@InputType({ description: "Input of `completeReferral`." })
export class CompleteReferralInput extends ReferralStepInput {
  @Field(() => ReferralOutcome, {
    description: "How it ended. GOT_HELP completes the referral; every other outcome ends it as FAILED.",
  })
  readonly outcome: ReferralOutcome;

  @IsOptional()
  @IsPlainText(1_000)
  @Field(() => String, {
    nullable: true,
    description:
      "Why it ended without the help asked for, 1 to 1,000 characters; required unless the outcome is GOT_HELP.",
  })
  readonly explanation?: string | null;
}

/** Input of `cancelReferral`. */
@InputType({ description: "Input of `cancelReferral`." })
export class CancelReferralInput extends ExplainedStepInput {}

/** Input of `reassignReferral`. */
@InputType({ description: "Input of `reassignReferral`." })
export class ReassignReferralInput extends ExplainedStepInput {
  @IsId()
  @Field(() => ID, { description: "The new owner: a social worker who is assigned to the referral's agency today." })
  readonly toStaffId: string;
}

/** Input of `withdrawReferral`. */
@InputType({ description: "Input of `withdrawReferral`." })
export class WithdrawReferralInput extends ExplainedStepInput {}
