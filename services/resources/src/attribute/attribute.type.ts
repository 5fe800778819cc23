import { Field, ID, ObjectType } from "type-graphql";

/** An attribute as everybody sees it. */
@ObjectType({
  description: "A classification of a record by a taxonomy term (HSDS 3.1 `attribute`). Public data.",
  simpleResolvers: true,
})
export class Attribute {
  @Field(() => ID, { description: "The attribute's id in this graph." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "What the term says of the record, such as `eligibility`." })
  readonly linkType: string | null;

  @Field(() => String, { nullable: true, description: "A value that goes with the term." })
  readonly value: string | null;

  @Field(() => String, { nullable: true, description: "What to call the link, for people to read." })
  readonly label: string | null;

  readonly taxonomyTermId: string;
}
