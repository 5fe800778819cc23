import { Field, Float, Int, ObjectType } from "type-graphql";

const perThirty = "per 30 person-days at risk";

/** One group's incidents before and after. */
@ObjectType({
  description:
    "A group's distinct incidents as subject in the windows before and after the index day. Null where suppressed.",
  simpleResolvers: true,
})
export class OutcomeGroup {
  @Field(() => Int, { nullable: true, description: "How many persons (n)." })
  readonly persons: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Person-days at risk in each of the two windows. Comparators count once for each of their pseudo-index days, by its weight.",
  })
  readonly personDays: number | null;

  @Field(() => Float, { nullable: true, description: "Incidents in the window before; of comparators weighted." })
  readonly incidentsBefore: number | null;

  @Field(() => Float, { nullable: true, description: "Incidents in the window after; of comparators weighted." })
  readonly incidentsAfter: number | null;

  @Field(() => Float, { nullable: true, description: `Incidents ${perThirty}, before.` })
  readonly rateBefore: number | null;

  @Field(() => Float, { nullable: true, description: `Incidents ${perThirty}, after.` })
  readonly rateAfter: number | null;

  @Field(() => Float, { nullable: true, description: `The median person's incidents ${perThirty}, before.` })
  readonly medianBefore: number | null;

  @Field(() => Float, { nullable: true, description: `The median person's incidents ${perThirty}, after.` })
  readonly medianAfter: number | null;
}
