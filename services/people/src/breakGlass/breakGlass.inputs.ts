import { IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { IsOptional } from "class-validator";
import { Field, ID, InputType, ObjectType } from "type-graphql";

import { BreakGlassFinding, BreakGlassReason } from "./breakGlass.enums";
import { BreakGlass } from "./breakGlass.type";

/** Input of `breakGlass`. */
@InputType({ description: "For whom there is an emergency, and which." })
export class BreakGlassInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The person, by the id that somebody who knows them gave you." })
  readonly personId: string;

  @Field(() => BreakGlassReason, { description: "Why, as a code." })
  readonly reasonCode: BreakGlassReason;

  @IsPlainText(1_000)
  @Field(() => String, { description: "Why, in words, 1 to 1,000 characters. A privacy officer reads it." })
  readonly reasonText: string;
}

/** Input of `reviewBreakGlass`. */
@InputType({ description: "What the review of an emergency access found." })
export class ReviewBreakGlassInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "An access of your own county's staff that nobody has reviewed." })
  readonly breakGlassId: string;

  @Field(() => BreakGlassFinding, { description: "What was found." })
  readonly finding: BreakGlassFinding;

  @IsOptional()
  @IsPlainText(1_000)
  @Field(() => String, { nullable: true, description: "Why, 1 to 1,000 characters." })
  readonly note?: string | null;
}

/** Payload of what is done with an emergency access. */
@ObjectType({ description: "The emergency access, or why nothing was done.", simpleResolvers: true })
export class BreakGlassPayload {
  @Field(() => BreakGlass, { nullable: true, description: "The access; null where nothing was done." })
  readonly breakGlass: BreakGlass | null;

  @Field(() => [UserError], { description: "Why nothing was done; empty on success." })
  readonly userErrors: readonly UserError[];
}
