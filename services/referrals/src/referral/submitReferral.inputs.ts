import { IsId, IsPlainText, KeyedInputBase } from "@corespond/kit";
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";

import { IsPastInstant } from "../inputs/isPastInstant";
import { LegalBasisInput } from "../inputs/legalBasis.input";
import { TennessenWarningInput } from "../tennessen/tennessenWarning.inputs";
import { ReferralReason } from "../vocabulary/referralReason";
import { ReferralSource } from "../vocabulary/referralSource";
import { ReferralUrgency } from "../vocabulary/referralUrgency";

const reasonsRule = { message: "`reasons` must be one to five different reasons" };

/** Input of `submitReferral`. */
@InputType({ description: "Input of `submitReferral`." })
export class SubmitReferralInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The resident: a person that you know." })
  readonly personId: string;

  @IsOptional()
  @IsId()
  @Field(() => ID, {
    nullable: true,
    description:
      "The agency whose social worker should see it: your own without this; a dispatcher or social worker names one that they serve.",
  })
  readonly agencyId?: string | null;

  @IsOptional()
  @IsId()
  @Field(() => ID, {
    nullable: true,
    description: "The call for service that it comes from: one of the same agency that you may see.",
  })
  readonly callId?: string | null;

  @IsOptional()
  @Field(() => ReferralSource, {
    nullable: true,
    description: "From whom it comes. Without it: from your role, and from whether your agency is a sheriff's office.",
  })
  readonly source?: ReferralSource | null;

  @IsOptional()
  @ValidateNested()
  @Field(() => TennessenWarningInput, {
    nullable: true,
    description: "The notice given before the resident was asked; required where the source is SELF, for no other.",
  })
  readonly tennessenWarning?: TennessenWarningInput | null;

  @ArrayMinSize(1, reasonsRule)
  @ArrayMaxSize(5, reasonsRule)
  @ArrayUnique(reasonsRule)
  @Field(() => [ReferralReason], { description: "Why: one to five different reasons, the most pressing first." })
  readonly reasons: readonly ReferralReason[];

  @IsOptional()
  @Field(() => ReferralUrgency, {
    nullable: true,
    description:
      "How soon it needs attention; ROUTINE without it. This is not an emergency channel: call 911, or call or text 988.",
  })
  readonly urgency?: ReferralUrgency | null;

  @IsOptional()
  @IsPlainText(5_000)
  @Field(() => String, {
    nullable: true,
    description:
      "What happened and what worries you, 1 to 5,000 characters. Write it here, not in a police record: what a police agency holds about a request for service may be public (Minn. Stat. 13.82), while this is kept by the welfare system (13.46).",
  })
  readonly narrative?: string | null;

  @IsOptional()
  @ValidateNested()
  @Field(() => LegalBasisInput, {
    nullable: true,
    description:
      "The basis on which you share this, where you can state one. None is assumed, and a referral needs none to be sent: declining consent does not end help.",
  })
  readonly legalBasis?: LegalBasisInput | null;

  @IsOptional()
  @IsPastInstant()
  @Field(() => Date, {
    nullable: true,
    description: "When it was made, where that is earlier than now; not in the future, nor before the year 2000.",
  })
  readonly submittedAt?: Date | null;
}
