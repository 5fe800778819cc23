import { IsId, IsPlainText, KeyedInputBase } from "@corespond/kit";
import { ArrayMaxSize, ArrayUnique, IsOptional, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";

import { LegalBasisInput } from "../inputs/legalBasis.input";
import { ReferralStatusReasonInput } from "../inputs/statusReason.input";
import { ReferralStepInput } from "../referral/referral.inputs";
import { StatedEligibilityInput } from "./eligibilityAnswer.type";
import { AgeBand } from "../vocabulary/ageBand";
import { ReferralOutcome } from "../vocabulary/referralOutcome";
import { ReferralReason } from "../vocabulary/referralReason";
import { ReferralUrgency } from "../vocabulary/referralUrgency";

/** Input of `referToService`. */
@InputType({ description: "Input of `referToService`." })
export class ReferToServiceInput extends ReferralStepInput {
  @IsId()
  @Field(() => ID, { description: "The service: an active one that takes referrals directly." })
  readonly serviceId: string;

  @Field(() => ReferralReason, {
    description: "What the resident needs of it. The provider sees this before it accepts.",
  })
  readonly need: ReferralReason;

  @IsOptional()
  @Field(() => ReferralUrgency, {
    nullable: true,
    description:
      "How soon it needs attention; the referral's urgency without it. The provider sees this before it accepts. This is not an emergency channel: call 911, or call or text 988.",
  })
  readonly urgency?: ReferralUrgency | null;

  @IsOptional()
  @Field(() => AgeBand, {
    nullable: true,
    description: "The resident's age, coarsely. The provider sees this before it accepts.",
  })
  readonly ageBand?: AgeBand | null;

  @IsOptional()
  @ArrayMaxSize(6)
  @ArrayUnique(({ question }: StatedEligibilityInput) => question)
  @ValidateNested({ each: true })
  @Field(() => [StatedEligibilityInput], {
    nullable: true,
    description:
      "Coarse answers to what the service asks of whom it takes, each question at most once. The provider sees them before it accepts.",
  })
  readonly eligibility?: readonly StatedEligibilityInput[] | null;

  @IsOptional()
  @IsPlainText(1_000)
  @Field(() => String, {
    nullable: true,
    description:
      "A note for the provider, 1 to 1,000 characters, which it reads from acceptance on. Only what the service needs to know.",
  })
  readonly message?: string | null;

  @IsOptional()
  @ValidateNested()
  @Field(() => LegalBasisInput, {
    nullable: true,
    description: "The basis on which you share this, where you can state one. None is assumed.",
  })
  readonly legalBasis?: LegalBasisInput | null;
}

/** What every action on a service referral carries. */
@InputType("ServiceReferralStepInput", { description: "What every action on a service referral carries." })
abstract class ServiceReferralStepInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The service referral." })
  readonly serviceReferralId: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The service referral's `version` as you read it: the action ends with CONFLICT where it has changed for you since.",
  })
  readonly expectedVersion?: string | null;
}

/** Input of `acceptServiceReferral`. */
@InputType({ description: "Input of `acceptServiceReferral`." })
export class AcceptServiceReferralInput extends ServiceReferralStepInput {}

/** Input of `rejectServiceReferral`. */
@InputType({ description: "Input of `rejectServiceReferral`." })
export class RejectServiceReferralInput extends ServiceReferralStepInput {
  @ValidateNested()
  @Field(() => ReferralStatusReasonInput, { description: "Why; the social worker reads it." })
  readonly reason: ReferralStatusReasonInput;
}

/** Input of `completeServiceReferral`. */
@InputType({ description: "Input of `completeServiceReferral`." })
export class CompleteServiceReferralInput extends ServiceReferralStepInput {
  @Field(() => ReferralOutcome, {
    description: "How it ended. GOT_HELP completes it; every other outcome ends it as FAILED.",
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

/** Input of `cancelServiceReferral`. */
@InputType({ description: "Input of `cancelServiceReferral`." })
export class CancelServiceReferralInput extends ServiceReferralStepInput {
  @ValidateNested()
  @Field(() => ReferralStatusReasonInput, { description: "Why; a provider that had accepted reads it." })
  readonly reason: ReferralStatusReasonInput;
}
