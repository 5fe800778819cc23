import { IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { Field, ID, InputType, ObjectType } from "type-graphql";

import { LegalHold } from "./legalHold.type";

/** Input of `placeLegalHold`. */
@InputType({ description: "Whose data must be kept, and on what authority." })
export class PlaceLegalHoldInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A person that you know." })
  readonly personId: string;

  @IsPlainText(500)
  @Field(() => String, { description: "The order, subpoena or statute, with its number, 1 to 500 characters." })
  readonly authority: string;

  @IsPlainText(1_000)
  @Field(() => String, { description: "What must be kept, and why, 1 to 1,000 characters." })
  readonly reason: string;
}

/** Input of `releaseLegalHold`. */
@InputType({ description: "Which hold ends, and on what authority." })
export class ReleaseLegalHoldInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A hold that stands." })
  readonly holdId: string;

  @IsPlainText(500)
  @Field(() => String, { description: "What releases it, 1 to 500 characters." })
  readonly authority: string;
}

/** Payload of what is done with a hold. */
@ObjectType({ description: "The hold, or why nothing was done.", simpleResolvers: true })
export class LegalHoldPayload {
  @Field(() => LegalHold, { nullable: true, description: "The hold; null where nothing was done." })
  readonly legalHold: LegalHold | null;

  @Field(() => [UserError], { description: "Why nothing was done; empty on success." })
  readonly userErrors: readonly UserError[];
}
