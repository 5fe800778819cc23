import { Field, Float, ObjectType } from "type-graphql";

import type { RateEstimate } from "../statistics/rateContrast";

/** A change of a rate, with its interval. */
@ObjectType({
  description:
    "A relative change of a rate (-0.5: half as many, 0: as many, 1: twice as many), with its 95 % confidence interval. The interval is of the logarithm of the ratio, by a variance that counts each person's incidents as one cluster (sandwich), so that a few persons with many calls widen it.",
  simpleResolvers: true,
})
export class ChangeEstimate {
  @Field(() => Float, { description: "The change." })
  readonly change: number;

  @Field(() => Float, { description: "The interval's lower bound." })
  readonly low: number;

  @Field(() => Float, {
    description: "The interval's upper bound. Where the bounds hold 0 between them, chance may explain the change.",
  })
  readonly high: number;
}

/** A ratio as a change. */
export function changeOf(estimate: RateEstimate | null): ChangeEstimate | null {
  return (
    estimate &&
    Object.assign(new ChangeEstimate(), {
      change: estimate.ratio - 1,
      low: estimate.low - 1,
      high: estimate.high - 1,
    })
  );
}
