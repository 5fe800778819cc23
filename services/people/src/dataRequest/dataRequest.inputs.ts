import { DateScalar, IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { IsOptional } from "class-validator";
import { Field, ID, InputType, ObjectType } from "type-graphql";

import { DataRequest } from "./dataRequest.type";
import { DataRequestKind, DataRequestOutcome } from "./dataRequestKind";

/** Input of `recordDataRequest`. */
@InputType({ description: "What a person asks for about data on themselves." })
export class RecordDataRequestInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The person who asks." })
  readonly personId: string;

  @Field(() => DataRequestKind, { description: "What is asked for." })
  readonly kind: DataRequestKind;

  @IsPlainText(5_000)
  @Field(() => String, { description: "The request in the person's words, 1 to 5,000 characters." })
  readonly statement: string;

  @Field(() => DateScalar, { description: "The day on which it came; not in the future." })
  readonly receivedOn: string;
}

/** Input of `answerDataRequest`. */
@InputType({ description: "How a request is answered." })
export class AnswerDataRequestInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A request that nobody has answered." })
  readonly requestId: string;

  @Field(() => DataRequestOutcome, { description: "How." })
  readonly outcome: DataRequestOutcome;

  @IsPlainText(5_000)
  @Field(() => String, { description: "What the person is told, 1 to 5,000 characters." })
  readonly explanation: string;

  @IsOptional()
  @IsPlainText(5_000)
  @Field(() => String, {
    nullable: true,
    description:
      "The person's statement of disagreement, 1 to 5,000 characters: from now on it goes with the record wherever that is shown (13.04 subd. 4). For a CORRECTION that was not granted.",
  })
  readonly statementOfDisagreement?: string | null;
}

/** Payload of what is done with a request. */
@ObjectType({ description: "The request, or why nothing was done.", simpleResolvers: true })
export class DataRequestPayload {
  @Field(() => DataRequest, { nullable: true, description: "The request; null where nothing was done." })
  readonly dataRequest: DataRequest | null;

  @Field(() => [UserError], { description: "Why nothing was done; empty on success." })
  readonly userErrors: readonly UserError[];
}
