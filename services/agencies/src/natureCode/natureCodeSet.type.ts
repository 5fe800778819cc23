import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A published set of codes as everybody sees it. */
@Directive('@key(fields: "id")')
@Directive('@key(fields: "name version")')
@ObjectType({
  description:
    "A named set of common codes, by which calls are counted: what a call is about is never a mere yes or no, and every figure names the set and version that it was counted by. A published version never changes its codes. Public data.",
  simpleResolvers: true,
})
export class NatureCodeSet {
  @Field(() => ID, { description: "The set's id in this graph." })
  readonly id: string;

  @Field(() => String, { description: "What the set is for, for example `behavioral-health`." })
  readonly name: string;

  @Field(() => String, { description: "The version, for example `2026-01`." })
  readonly version: string;

  @Field(() => String, { description: "Why these codes, for a person to read." })
  readonly description: string;

  @Field(() => [String], {
    description:
      "The common codes of APCO's list that count, in the alphabet's order: 1 to 10 capital letters and digits each. At most 300.",
  })
  readonly commonCodes: readonly string[];
}
