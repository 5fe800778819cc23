import { IsPlainText } from "@corespond/kit";
import { Field, InputType } from "type-graphql";

import { StatusReasonCode } from "../vocabulary/statusReasonCode";

/** Why something is done to a referral. */
@InputType({
  description:
    "Why something is done to a referral or service referral (FHIR Task.statusReason): both parts are required.",
})
export class ReferralStatusReasonInput {
  @Field(() => StatusReasonCode, { description: "The reason, for a program to read." })
  readonly code: StatusReasonCode;

  @IsPlainText(1_000)
  @Field(() => String, { description: "The reason in words, 1 to 1,000 characters." })
  readonly text: string;
}
