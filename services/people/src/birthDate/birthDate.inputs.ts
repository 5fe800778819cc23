import { DateScalar } from "@corespond/kit";
import { Field, InputType } from "type-graphql";

import { BirthDatePrecision } from "./birthDate.type";

/** A birth date as far as it is known. */
@InputType({
  description:
    "A birth date as far as it is known: not before 1890 and not in the future. What `precision` leaves open is stored as 1, whatever comes.",
})
export class BirthDateInput {
  @Field(() => DateScalar, { description: "The date, `YYYY-MM-DD`." })
  readonly date: string;

  @Field(() => BirthDatePrecision, {
    defaultValue: BirthDatePrecision.DAY,
    description: "How much of the date is known.",
  })
  readonly precision: BirthDatePrecision;
}
