import { DateScalar, IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { Field, ID, InputType, ObjectType } from "type-graphql";

import { LegalProcess } from "./legalProcess.type";
import { LegalProcessKind } from "./legalProcessKind";

/** Input of `recordLegalProcess`. */
@InputType({ description: "By what data about whom are demanded or owed." })
export class RecordLegalProcessInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A person that you know." })
  readonly personId: string;

  @Field(() => LegalProcessKind, { description: "By what." })
  readonly kind: LegalProcessKind;

  @IsPlainText(200)
  @Field(() => String, { description: "Who issued it, or to whom a statute has data told, 1 to 200 characters." })
  readonly issuer: string;

  @IsPlainText(100)
  @Field(() => String, { description: "Its number, or the statute's section, 1 to 100 characters." })
  readonly number: string;

  @IsPlainText(2_000)
  @Field(() => String, { description: "Which data it reaches, 1 to 2,000 characters." })
  readonly scope: string;

  @Field(() => DateScalar, { description: "The day on which it came." })
  readonly receivedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day to answer, where it names one." })
  readonly dueOn?: string | null;
}

/** Input of `answerLegalProcess`. */
@InputType({ description: "How a legal process was answered." })
export class AnswerLegalProcessInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A process that nobody has answered." })
  readonly processId: string;

  @Field(() => Boolean, { description: "Whether data were disclosed." })
  readonly disclosed: boolean;

  @IsPlainText(2_000)
  @Field(() => String, { description: "What was handed over to whom, or why nothing was, 1 to 2,000 characters." })
  readonly answer: string;
}

/** Payload of what is done with a process. */
@ObjectType({ description: "The process, or why nothing was done.", simpleResolvers: true })
export class LegalProcessPayload {
  @Field(() => LegalProcess, { nullable: true, description: "The process; null where nothing was done." })
  readonly legalProcess: LegalProcess | null;

  @Field(() => [UserError], { description: "Why nothing was done; empty on success." })
  readonly userErrors: readonly UserError[];
}
