import { DateScalar } from "@corespond/kit";
import { ArgsType, Field, ID, InputType } from "type-graphql";

/** A span of days. */
@InputType({ description: "A span of days, by the calendar of the program's time zone; at most 20 years." })
export class MeasurePeriod {
  @Field(() => DateScalar, { description: "The first day." })
  readonly from: string;

  @Field(() => DateScalar, { description: "The last day, which is part of the period." })
  readonly to: string;
}

/** Arguments of a measure that is counted over a period. */
@ArgsType()
export class PeriodArgs {
  @Field(() => MeasurePeriod, { description: "The days to count." })
  readonly period: MeasurePeriod;

  @Field(() => ID, {
    nullable: true,
    description: "Only what concerns this agency, a member of the program; without it, all its agencies.",
  })
  readonly agencyId?: string | null;
}
