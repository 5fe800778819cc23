import { DateScalar } from "@corespond/kit";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

import { CrisisNumber, IntakeHours } from "./intake.type";

/** A county's co-responder program, as everybody sees it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    "A county's co-responder program: social workers of the county are embedded in the agencies that are its members. Public data.",
  simpleResolvers: true,
})
export class Program {
  @Field(() => ID, { description: "The program's id in this graph." })
  readonly id: string;

  @Field(() => String, { description: "The program's name." })
  readonly name: string;

  @Field(() => DateScalar, { description: "The day on which the program starts." })
  readonly launchedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which the program runs no longer; null while no end is known.",
  })
  readonly endedOn: string | null;

  @Field(() => String, {
    description:
      "IANA name of the time zone in which the program's days and hours are meant, for example `America/Chicago`.",
  })
  readonly timeZone: string;

  @Field(() => [IntakeHours], {
    description: "When new referrals are looked at, by day and hour. At most a few times per weekday.",
  })
  readonly intakeHours: readonly IntakeHours[];

  @Field(() => [DateScalar], {
    description: "Days on which no referral is looked at, earliest first. At most a few dozen.",
  })
  readonly holidays: readonly string[];

  @Field(() => [CrisisNumber], {
    description: "Numbers for somebody in a crisis, the most important first. A handful.",
  })
  readonly crisisNumbers: readonly CrisisNumber[];

  @Field(() => Int, {
    description:
      "From how many incidents on a resident counts as a repeat caller, where a question names no other threshold: 7 unless the county configures it.",
  })
  readonly repeatCallerThreshold: number;

  @Field(() => Int, {
    description:
      "In how many days repeat callers are looked for, where a question names no other window: 365 unless the county configures it.",
  })
  readonly repeatCallerDays: number;

  @Field(() => Int, {
    description:
      "For how many days of 24 hours a provider still sees the person and its message after it ended a service referral that it had accepted, 0 to 365: 30 unless the county configures it. Each service referral keeps the number that held when it was sent.",
  })
  readonly providerSightDays: number;

  readonly countyAgencyId: string;
}
