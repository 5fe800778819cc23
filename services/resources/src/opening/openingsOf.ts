import { DateTime } from "luxon";
import { Frequency, RRule } from "rrule";

import type { Opening } from "./opening";
import type { ScheduleRule } from "./scheduleRule";

/** iCalendar counts occurrences; beyond this many nobody means a number. */
const longestCount = 2_000;

/**
 * The openings that a schedule comes to; none where it does not say on which days and at which times. Its rules are
 * iCalendar's (RFC 5545), except that the day of `dtstart` itself opens only if it meets them.
 */
export function openingsOf(rule: ScheduleRule): readonly Opening[] {
  const { opens, closes } = rule;
  const days = daysOf(rule);
  if (opens === null || closes === null || days.length === 0) return [];
  if (rule.interval > 1 && rule.dtstart === null) return [];
  const last = lastDay(rule);
  if (last === undefined) return [];
  const shared = {
    every: rule.interval,
    unit: rule.freq === "MONTHLY" ? "MONTH" : "WEEK",
    anchor: rule.interval > 1 ? anchorOf(rule) : null,
    opens: opens % 1440,
    closes: opens % 1440 < closes ? closes : closes + 1440,
    validFrom: latest(rule.validFrom, rule.dtstart),
    validTo: last,
  } as const;
  return days.map((day) => ({ ...day, ...shared }));
}

type Day = Pick<Opening, "weekday" | "weekOfMonth" | "monthDay">;

function daysOf(rule: ScheduleRule): readonly Day[] {
  const ordinal = rule.days.some(({ week }) => week !== null);
  const monthly = rule.freq === "MONTHLY" || (rule.freq === null && ordinal);
  if (!monthly && (ordinal || rule.monthDays.length > 0)) return [];
  const days = rule.days.map(({ weekday, week }) => ({ weekday, weekOfMonth: week }));
  if (days.length > 0 && rule.monthDays.length > 0) {
    return days.flatMap((day) => rule.monthDays.map((monthDay) => ({ ...day, monthDay })));
  }
  if (days.length > 0) return days.map((day) => ({ ...day, monthDay: null }));
  if (rule.monthDays.length > 0)
    return rule.monthDays.map((monthDay) => ({ weekday: null, weekOfMonth: null, monthDay }));
  if (rule.freq === null || rule.dtstart === null) return [];
  const start = DateTime.fromISO(rule.dtstart);
  return monthly
    ? [{ weekday: null, weekOfMonth: null, monthDay: start.day }]
    : [{ weekday: start.weekday, weekOfMonth: null, monthDay: null }];
}

/** The first day of the week of `dtstart`, or `dtstart` itself for months. */
function anchorOf({ dtstart, freq, weekStart }: ScheduleRule): string | null {
  if (dtstart === null || freq === "MONTHLY") return dtstart;
  const start = DateTime.fromISO(dtstart);
  return start.minus({ days: (start.weekday - weekStart + 7) % 7 }).toISODate();
}

/** The last day on which it may open; null where there is none, undefined where it cannot be told. */
function lastDay(rule: ScheduleRule): string | null | undefined {
  const end = earliest(rule.validTo, rule.until);
  if (rule.count === null) return end;
  if (rule.dtstart === null || rule.count > longestCount) return undefined;
  const counted = new RRule({
    freq: rule.freq === "MONTHLY" ? Frequency.MONTHLY : Frequency.WEEKLY,
    interval: rule.interval,
    wkst: rule.weekStart - 1,
    dtstart: new Date(`${rule.dtstart}T00:00:00Z`),
    count: rule.count,
    ...(rule.days.length > 0 && {
      byweekday: rule.days.map(({ weekday, week }) => {
        const day = weekdayObjects[weekday - 1] ?? RRule.MO;
        return week === null ? day : day.nth(week);
      }),
    }),
    ...(rule.monthDays.length > 0 && { bymonthday: [...rule.monthDays] }),
  });
  return earliest(end, counted.all().at(-1)?.toISOString().slice(0, 10) ?? null);
}

const weekdayObjects = [RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR, RRule.SA, RRule.SU];

const latest = (left: string | null, right: string | null): string | null =>
  left === null || right === null ? (left ?? right) : left > right ? left : right;

const earliest = (left: string | null, right: string | null): string | null =>
  left === null || right === null ? (left ?? right) : left < right ? left : right;
