import { Matches } from "class-validator";
import { Field, InputType } from "type-graphql";

/** A language that a person to be registered speaks. */
@InputType({ description: "A language that the person to be registered speaks." })
export class PersonLanguageInput {
  @Matches(/^[a-z]{3}$/, { message: "`code` must be a three-letter code of ISO 639-3" })
  @Field(() => String, { description: "The language (ISO 639-3, three letters), for example `som`." })
  readonly code: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether the person prefers it; at most one language is preferred.",
  })
  readonly preferred: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether a talk in English needs an interpreter for this language.",
  })
  readonly needsInterpreter: boolean;
}
