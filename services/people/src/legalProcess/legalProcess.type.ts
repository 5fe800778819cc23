import { connectionType, DateScalar } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { LegalProcessKind } from "./legalProcessKind";

/** A demand or duty to disclose, as privacy officers see it. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "An order, subpoena, warrant or statute by which data about a person are demanded or owed, and what was answered. It opens no record to anybody: what is handed over, a privacy officer hands over.",
  simpleResolvers: true,
})
export class LegalProcess {
  /** The record that it is about; its person has a loader of its own. */
  readonly recordId: string;

  @Field(() => ID, { description: "Identity of the process." })
  readonly id: string;

  @Field(() => LegalProcessKind, { description: "By what." })
  readonly kind: LegalProcessKind;

  @Field(() => String, { description: "Who issued it, or to whom a statute has data told." })
  readonly issuer: string;

  @Field(() => String, { description: "Its number, or the statute's section." })
  readonly number: string;

  @Field(() => String, { description: "Which data it reaches." })
  readonly scope: string;

  @Field(() => DateScalar, { description: "The day on which it came." })
  readonly receivedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day to answer; null where it names none." })
  readonly dueOn: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether data were disclosed; null while it is unanswered." })
  readonly disclosed: boolean | null;

  @Field(() => String, { nullable: true, description: "What was answered; null while it is unanswered." })
  readonly answer: string | null;

  @Field(() => Date, { nullable: true, description: "When it was answered; null while it is not." })
  readonly answeredAt: Date | null;
}

/** A page of legal processes. */
export const LegalProcessConnection = connectionType(LegalProcess, "LegalProcess");
