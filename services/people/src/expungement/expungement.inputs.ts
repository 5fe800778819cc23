import { IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

/** Input of `expungePerson`. */
@InputType({ description: "Whose records are removed, and on what authority." })
export class ExpungePersonInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A person with records of your county or of an agency that it serves." })
  readonly personId: string;

  @IsPlainText(500)
  @Field(() => String, {
    description: "The order or statute, by its number, 1 to 500 characters. It stays on record: name nobody in it.",
  })
  readonly authority: string;
}

/** Payload of `expungePerson`. */
@ObjectType({ description: "How many records were removed, or why none was.", simpleResolvers: true })
export class ExpungePersonPayload {
  @Field(() => Int, { nullable: true, description: "Records removed; null where `userErrors` says why none was." })
  readonly records: number | null;

  @Field(() => [UserError], { description: "Why nothing was removed; empty on success." })
  readonly userErrors: readonly UserError[];
}
