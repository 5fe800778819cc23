import { Matches } from "class-validator";
import { Field, InputType } from "type-graphql";

/** What every action's input carries. */
@InputType("KeyedInput", { description: "What every action's input carries." })
export abstract class KeyedInputBase {
  @Matches(/^[\w.:-]{8,100}$/, { message: "`idempotencyKey` must be 8 to 100 letters, digits, `.`, `_`, `:` or `-`" })
  @Field(() => String, {
    description:
      "A new text for each new action, 8 to 100 letters, digits, `.`, `_`, `:` or `-` (a UUID does well). Repeating a request with its key, within 7 days, changes nothing and answers with the first result.",
  })
  readonly idempotencyKey: string;
}
