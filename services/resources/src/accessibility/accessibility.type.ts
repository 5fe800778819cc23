import { Field, ID, ObjectType } from "type-graphql";

/** An accessibility note as everybody sees it. */
@ObjectType({
  description: "What a location offers to people with disabilities (HSDS 3.1 `accessibility`). Public data.",
  simpleResolvers: true,
})
export class Accessibility {
  @Field(() => ID, { description: "The accessibility note's id in this graph." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "What is offered, for example a ramp." })
  readonly description: string | null;

  @Field(() => String, { nullable: true, description: "Further details." })
  readonly details: string | null;

  @Field(() => String, { nullable: true, description: "Where to read more, an http or https URL." })
  readonly url: string | null;
}
