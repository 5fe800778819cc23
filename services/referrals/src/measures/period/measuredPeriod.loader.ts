import { graphError, type RequestContext } from "@corespond/kit";
import { DateTime } from "luxon";

import { measuredProgram, memberOf, type MeasuredProgram } from "../access/measuredProgram.loader";
import type { PeriodArgs } from "./measurePeriod.args";

/** What is counted: which program, which of its agencies (null: all), from `since` until before `until`. */
export interface MeasuredPeriod {
  readonly program: MeasuredProgram;
  readonly agencyId: string | null;
  readonly since: Date;
  readonly until: Date;
}

const longestYears = 20;

/** Checks a question about a period; null for a program that is absent, or another county's. */
export async function measuredPeriod(
  context: RequestContext,
  question: { readonly programId: string; readonly field: string; readonly args: PeriodArgs },
): Promise<MeasuredPeriod | null> {
  const program = await measuredProgram(context, question.programId, question.field);
  if (program === null) return null;
  const { period, agencyId } = question.args;
  const start = startOfDay(period.from, program.timeZone);
  const end = startOfDay(period.to, program.timeZone).plus({ days: 1 });
  if (start >= end || start.plus({ years: longestYears }) < end) {
    const given = `${period.from} to ${period.to}`;
    throw graphError("BAD_USER_INPUT", `\`period\` must be 1 day to ${longestYears} years, but got: ${given}.`, {
      argumentName: "period",
    });
  }
  return { program, agencyId: memberOf(program, agencyId), since: start.toJSDate(), until: end.toJSDate() };
}

/** The first instant of a day in a time zone. */
export function startOfDay(day: string, zone: string): DateTime {
  return DateTime.fromISO(day, { zone }).startOf("day");
}
