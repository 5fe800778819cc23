import { Field, Float, Int, ObjectType } from "type-graphql";

import { suppressedDescription } from "../peopleReached/peopleReached.type";

/** How long residents waited. */
@ObjectType({
  description:
    "How long the referrals that were submitted in a period waited for their first contact whose result is COMPLETED. Null where suppressed, or where there is nothing to measure.",
  simpleResolvers: true,
})
export class TimeToContact {
  @Field(() => Int, { nullable: true, description: "Referrals that were submitted in the period." })
  readonly referrals: number | null;

  @Field(() => Int, { nullable: true, description: "Those of them that have such a contact: what the hours are of." })
  readonly contacted: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Those of them that have none yet, be they open or at an end: where they are many, the hours flatter.",
  })
  readonly notYet: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Half of those contacted waited at most so many hours from submission, nights and weekends included.",
  })
  readonly medianHours: number | null;

  @Field(() => Float, { nullable: true, description: "Nine in ten of those contacted waited at most so many hours." })
  readonly p90Hours: number | null;

  @Field(() => Boolean, { description: suppressedDescription })
  readonly suppressed: boolean;
}
