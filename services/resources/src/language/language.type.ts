import { Field, ID, ObjectType } from "type-graphql";

/** A language as everybody sees it. */
@ObjectType({
  description:
    "A language in which a service is given, a location or a telephone is staffed (HSDS 3.1 `language`). Public data.",
  simpleResolvers: true,
})
export class Language {
  @Field(() => ID, { description: "The language's id in this graph." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "The language, for people to read." })
  readonly name: string | null;

  @Field(() => String, { nullable: true, description: "The language, ISO 639-1 or 639-3." })
  readonly code: string | null;

  @Field(() => String, { nullable: true, description: "When and how the language is available." })
  readonly note: string | null;
}
