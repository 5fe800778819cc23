import { Field, ID, ObjectType } from "type-graphql";

import { StatusReasonCode } from "../vocabulary/statusReasonCode";

/** A message as one viewer sees it; only the policy makes one. */
@ObjectType({
  description:
    "What a referral's sender tells its owner: that it should be closed, after it was accepted. Only the owner's side decides.",
  simpleResolvers: true,
})
export class ReferralMessage {
  /** The id that a field resolver leads from. It is no field of the graph. */
  readonly fromId: string;

  @Field(() => ID, { description: "Identity of the message." })
  readonly id: string;

  @Field(() => StatusReasonCode, { description: "Why the sender would close the referral, for a program to read." })
  readonly reasonCode: StatusReasonCode;

  @Field(() => String, { description: "The same in words, at most 1,000 characters." })
  readonly text: string;

  @Field(() => Date, { description: "When it was sent." })
  readonly sentAt: Date;
}
