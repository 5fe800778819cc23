import { Field, ID, ObjectType } from "type-graphql";

/** A required document as everybody sees it. */
@ObjectType({
  description: "A document that a service asks to see (HSDS 3.1 `required_document`). Public data.",
  simpleResolvers: true,
})
export class RequiredDocument {
  @Field(() => ID, { description: "The document's id in this graph." })
  readonly id: string;

  @Field(() => String, { description: "What kind of document." })
  readonly document: string;

  @Field(() => String, { nullable: true, description: "Where to read more about it." })
  readonly uri: string | null;
}
