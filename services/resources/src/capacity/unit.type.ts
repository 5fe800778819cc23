import { Field, ID, Int, ObjectType } from "type-graphql";

/** A unit as everybody sees it. */
@ObjectType({
  description: "What a capacity counts, such as beds or places (HSDS 3.1 `unit`). Public data.",
  simpleResolvers: true,
})
export class Unit {
  @Field(() => ID, { description: "The unit's id in this graph." })
  readonly id: string;

  @Field(() => String, { description: "The unit, for people to read." })
  readonly name: string;

  @Field(() => String, { nullable: true, description: "The scheme that defines the unit." })
  readonly scheme: string | null;

  @Field(() => String, { nullable: true, description: "The unit's identifier in that scheme." })
  readonly identifier: string | null;

  @Field(() => String, { nullable: true, description: "A URI of the unit." })
  readonly uri: string | null;

  @Field(() => Int, {
    description:
      "For how many hours a figure in this unit is fresh: 24 unless the directory says otherwise; 168 for units that are reported weekly.",
  })
  readonly staleAfterHours: number;
}
