import { Field, Int, ObjectType } from "type-graphql";

/** Where to turn in a crisis. */
@ObjectType({
  description: "A number that somebody in a crisis can call, as the county configures it.",
  simpleResolvers: true,
})
export class CrisisNumber {
  @Field(() => String, { description: "Who answers, for example `988 Suicide and Crisis Lifeline`." })
  readonly name: string;

  @Field(() => String, { description: "The number to dial: E.164 with its `+`, or a short number such as `988`." })
  readonly number: string;

  @Field(() => String, { nullable: true, description: "For whom the number is, and when it is answered." })
  readonly description: string | null;
}

/** When referrals are looked at. */
@ObjectType({
  description: "A time of the week when the program's social workers look at new referrals.",
  simpleResolvers: true,
})
export class IntakeHours {
  @Field(() => Int, { description: "Day of the week by ISO 8601: 1 is Monday, 7 is Sunday." })
  readonly weekday: number;

  @Field(() => String, { description: "From when, `HH:MM` in the program's time zone." })
  readonly opens: string;

  @Field(() => String, {
    description: "Until when, `HH:MM` in the program's time zone; `24:00` is the end of the day.",
  })
  readonly closes: string;
}
