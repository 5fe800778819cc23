import { Field, Int, ObjectType } from "type-graphql";

/** What every measure says of figures that are withheld. */
export const suppressedDescription =
  "Whether figures are withheld from you: analysts get no count below 11, nor what would give one away by subtraction. Supervisors get exact figures.";

/** How many persons a program reached. */
@ObjectType({ description: "How many persons a program reached in a period.", simpleResolvers: true })
export class PeopleReached {
  @Field(() => Int, {
    nullable: true,
    description:
      "Distinct persons, never referrals: with at least one contact whose result is COMPLETED, made in the period. Several records of one person count once, as people knows them today. Null where suppressed.",
  })
  readonly persons: number | null;

  @Field(() => Boolean, { description: suppressedDescription })
  readonly suppressed: boolean;
}
