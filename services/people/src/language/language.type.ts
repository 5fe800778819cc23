import { Field, ObjectType } from "type-graphql";

/** A language that a person speaks. */
@ObjectType({ description: "A language that the person speaks.", simpleResolvers: true })
export class PersonLanguage {
  @Field(() => String, { description: "The language (ISO 639-3), for example `som` or `hmn`." })
  readonly code: string;

  @Field(() => Boolean, { description: "Whether the person prefers it; at most one language is preferred." })
  readonly preferred: boolean;

  @Field(() => Boolean, { description: "Whether a talk in English needs an interpreter for this language." })
  readonly needsInterpreter: boolean;
}
