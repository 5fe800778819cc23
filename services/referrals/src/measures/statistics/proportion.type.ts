import { Field, Float, ObjectType } from "type-graphql";

import { wilsonInterval } from "./wilsonInterval";

/** A share, with its interval. */
@ObjectType({
  description: "A share from 0 to 1, with its 95 % confidence interval (Wilson's score interval).",
  simpleResolvers: true,
})
export class Proportion {
  @Field(() => Float, { description: "The share, from 0 to 1." })
  readonly value: number;

  @Field(() => Float, { description: "The interval's lower bound." })
  readonly low: number;

  @Field(() => Float, { description: "The interval's upper bound." })
  readonly high: number;
}

/** The share that a part is of a whole; null without a whole, or where either is withheld. */
export function proportionOf(part: number | null, whole: number | null): Proportion | null {
  if (part === null || whole === null) return null;
  const interval = wilsonInterval(part, whole);
  return interval && Object.assign(new Proportion(), { value: part / whole, ...interval });
}
