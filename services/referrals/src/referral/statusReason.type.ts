import { Field, ObjectType } from "type-graphql";

import { StatusReasonCode } from "../vocabulary/statusReasonCode";

/** Why a referral is in its present state (FHIR Task.statusReason). */
@ObjectType({
  description:
    "Why a referral or service referral is in its present state (FHIR Task.statusReason); earlier reasons stand in the timeline.",
  simpleResolvers: true,
})
export class ReferralStatusReason {
  @Field(() => StatusReasonCode, { description: "The reason, for a program to read." })
  readonly code: StatusReasonCode;

  @Field(() => String, { description: "The reason in words, at most 1,000 characters." })
  readonly text: string;
}

/** The reason that two columns hold, null where there is none. */
export function statusReasonOf(code: StatusReasonCode | null, text: string | null): ReferralStatusReason | null {
  return code === null || text === null ? null : { code, text };
}
