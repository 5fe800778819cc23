import { IsId, KeyedInputBase, UserError } from "@corespond/kit";
import { Field, ID, InputType, ObjectType } from "type-graphql";

import { CallSubjectRole } from "./call.roles";
import { CallForService } from "./call.type";

/** Which person is what in which call. */
@InputType("CallLinkInput", { description: "Which person is what in which call." })
abstract class CallLinkInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A call that you may see." })
  readonly callId: string;

  @IsId()
  @Field(() => ID, { description: "A person that you know." })
  readonly personId: string;

  @Field(() => CallSubjectRole, { description: "What the person is in the call." })
  readonly role: CallSubjectRole;
}

/** What `linkCallToPerson` is told. */
@InputType({ description: "Which person is what in which call, found out after the call was recorded." })
export class LinkCallToPersonInput extends CallLinkInput {}

/** What `unlinkCallFromPerson` is told. */
@InputType({ description: "Which person is not what the call says." })
export class UnlinkCallFromPersonInput extends CallLinkInput {}

/** What `linkCallToPerson` answers. */
@ObjectType({ description: "The call with the person in it, or why it has not.", simpleResolvers: true })
export class LinkCallToPersonPayload {
  @Field(() => CallForService, {
    nullable: true,
    description: "The call; null where `userErrors` says why it was not changed.",
  })
  readonly call: CallForService | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty where it was." })
  readonly userErrors: readonly UserError[];
}

/** What `unlinkCallFromPerson` answers. */
@ObjectType({ description: "The call without the person, or why it was not changed.", simpleResolvers: true })
export class UnlinkCallFromPersonPayload {
  @Field(() => CallForService, {
    nullable: true,
    description: "The call; null where `userErrors` says why it was not changed.",
  })
  readonly call: CallForService | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty where it was." })
  readonly userErrors: readonly UserError[];
}
