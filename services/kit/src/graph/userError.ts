import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";

/** Why an action was not done, for a program to read. */
export enum UserErrorCode {
  CONFLICT = "CONFLICT",
  ILLEGAL_TRANSITION = "ILLEGAL_TRANSITION",
  INVALID = "INVALID",
  NOT_ALLOWED = "NOT_ALLOWED",
  NOT_FOUND = "NOT_FOUND",
  REQUIRED = "REQUIRED",
  TAKEN = "TAKEN",
}

registerEnumType(UserErrorCode, {
  name: "UserErrorCode",
  description: "Why an action was not done, for a program to read.",
  valuesConfig: {
    CONFLICT: { description: "Somebody changed the record since `expectedVersion` was read. Read again, then decide." },
    ILLEGAL_TRANSITION: {
      description: "The record's state does not allow this action; the message names those that it does.",
    },
    INVALID: { description: "The value breaks the rule that the message names." },
    NOT_ALLOWED: { description: "The viewer may see the record, but not do this with it." },
    NOT_FOUND: {
      description: "There is no such record, or the viewer may not know of it: the two are not told apart.",
    },
    REQUIRED: { description: "The value is missing." },
    TAKEN: { description: "Another record has this value, which must be unique." },
  },
});

/** An expected failure of an action. */
@Directive("@shareable")
@ObjectType({ description: "An expected failure of an action: nothing was changed.", simpleResolvers: true })
export class UserError {
  @Field(() => String, { description: "What is wrong, for a person to read: the rule, and what came." })
  readonly message: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The path of the input field concerned, for example `["input", "callId"]`; null where none is.',
  })
  readonly field: readonly string[] | null;

  @Field(() => UserErrorCode, { description: "Why, for a program to read." })
  readonly code: UserErrorCode;
}
