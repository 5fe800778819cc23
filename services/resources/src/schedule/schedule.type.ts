import { DateScalar } from "@corespond/kit";
import { Field, ID, Int, ObjectType } from "type-graphql";

import { ScheduleFrequency } from "./schedule.frequency";

/** A schedule as everybody sees it. */
@ObjectType({
  description:
    "When a service is given or a location is open (HSDS 3.1 `schedule`, after iCalendar, RFC 5545). Public data.",
  simpleResolvers: true,
})
export class Schedule {
  @Field(() => ID, { description: "The schedule's id in this graph." })
  readonly id: string;

  @Field(() => DateScalar, { nullable: true, description: "The first day on which the schedule holds." })
  readonly validFrom: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day on which the schedule holds." })
  readonly validTo: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day of the first occurrence." })
  readonly dtstart: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day of the last occurrence." })
  readonly until: string | null;

  @Field(() => Int, { nullable: true, description: "How many times it occurs." })
  readonly count: number | null;

  @Field(() => String, { nullable: true, description: "The day on which a week starts: `MO` to `SU`." })
  readonly wkst: string | null;

  @Field(() => ScheduleFrequency, { nullable: true, description: "How often it recurs." })
  readonly freq: ScheduleFrequency | null;

  @Field(() => Int, { nullable: true, description: "Every how many weeks or months it recurs." })
  readonly interval: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The days, `MO` to `SU`, comma separated; in a monthly schedule with the occurrence in front: `2SA`, `-1TH`.",
  })
  readonly byday: string | null;

  @Field(() => String, { nullable: true, description: "The weeks of the year, comma separated." })
  readonly byweekno: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The days of the month, comma separated; negative ones count from its end.",
  })
  readonly bymonthday: string | null;

  @Field(() => String, { nullable: true, description: "The days of the year, comma separated." })
  readonly byyearday: string | null;

  @Field(() => String, {
    nullable: true,
    description: "When it opens on those days: `HH:MM` on the clock of `timeZone`.",
  })
  readonly opensAt: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "When it closes: `HH:MM` on the clock of `timeZone`; not later than `opensAt` means on the next day, `24:00` the end of the day.",
  })
  readonly closesAt: string | null;

  @Field(() => String, {
    description:
      "The IANA time zone of `opensAt` and `closesAt`. HSDS has an offset from UTC instead, which cannot say when daylight saving time begins.",
  })
  readonly timeZone: string;

  @Field(() => String, {
    nullable: true,
    description: "When it is, in words: also what could not be understood as days and times.",
  })
  readonly description: string | null;

  @Field(() => String, { nullable: true, description: "Where sessions are listed or booked, an http or https URL." })
  readonly scheduleLink: string | null;

  @Field(() => String, { nullable: true, description: "How to attend." })
  readonly attendingType: string | null;

  @Field(() => String, { nullable: true, description: "Further notes." })
  readonly notes: string | null;
}
