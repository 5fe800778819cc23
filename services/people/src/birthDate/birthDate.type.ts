import { DateScalar } from "@corespond/kit";
import { Field, ObjectType, registerEnumType } from "type-graphql";

/** How much of a birth date is known. */
export enum BirthDatePrecision {
  DAY = "DAY",
  MONTH = "MONTH",
  YEAR = "YEAR",
  ESTIMATED_AGE = "ESTIMATED_AGE",
}

registerEnumType(BirthDatePrecision, {
  name: "BirthDatePrecision",
  description: "How much of a birth date is known.",
  valuesConfig: {
    DAY: { description: "The day is known." },
    MONTH: { description: "Month and year are known; the day is written as 1." },
    YEAR: { description: "The year is known; the date is written as January 1." },
    ESTIMATED_AGE: { description: "Somebody guessed the age; the date is January 1 of the year that follows from it." },
  },
});

/** A birth date as far as it is known. */
@ObjectType({ description: "A birth date as far as it is known.", simpleResolvers: true })
export class BirthDate {
  @Field(() => DateScalar, { description: "The date; what `precision` says is not known is written as 1." })
  readonly date: string;

  @Field(() => BirthDatePrecision, { description: "How much of the date is known." })
  readonly precision: BirthDatePrecision;
}
