import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A term of a taxonomy as everybody sees it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: "A term by which services and other records are classified (HSDS 3.1 `taxonomy_term`). Public data.",
  simpleResolvers: true,
})
export class TaxonomyTerm {
  @Field(() => ID, { description: "The term's id in this graph." })
  readonly id: string;

  @Field(() => String, { description: "Which directory the term comes from." })
  readonly source: string;

  @Field(() => String, { description: "The term's id in its directory; unique together with `source`." })
  readonly externalId: string;

  @Field(() => String, { nullable: true, description: "The term's code in its taxonomy." })
  readonly code: string | null;

  @Field(() => String, { description: "The term, for people to read." })
  readonly name: string;

  @Field(() => String, { nullable: true, description: "What the term means." })
  readonly description: string | null;

  @Field(() => String, { nullable: true, description: "The name of the taxonomy that the term belongs to." })
  readonly taxonomy: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The language of the term, as the directory gives it (ISO 639).",
  })
  readonly language: string | null;

  @Field(() => String, { nullable: true, description: "A persistent identifier of the term, a URI." })
  readonly termUri: string | null;

  readonly parentIds: readonly string[];
}
