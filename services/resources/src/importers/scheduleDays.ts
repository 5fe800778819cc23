import { parseWeekdays, type WeekdayOfMonth } from "../opening/weekdays";
import type { RowReading } from "./rowReading";

/** Where a schedule's days of the week stand: HSDS 3.1's field, then those into which older directories have put them. */
const dayFields = ["byday", "weekday", "freq"] as const;

/** On which days of the week a schedule opens, and which fields said so. */
export interface ScheduleDays {
  readonly days: readonly WeekdayOfMonth[];
  readonly fields: ReadonlySet<string>;
}

/** Reads a schedule's days of the week from the first field that says any; others that say the same are understood too. */
export function scheduleDays(reading: RowReading): ScheduleDays {
  const read = dayFields.flatMap((field) => {
    const days = parseWeekdays(reading.text(field) ?? "");
    return days === null ? [] : [{ field, days }];
  });
  const days = read[0]?.days ?? [];
  const alike = read.filter((other) => JSON.stringify(sorted(other.days)) === JSON.stringify(sorted(days)));
  return { days, fields: new Set(alike.map(({ field }) => field)) };
}

const sorted = (days: readonly WeekdayOfMonth[]): readonly WeekdayOfMonth[] =>
  [...days].sort((left, right) => left.weekday - right.weekday || (left.week ?? 0) - (right.week ?? 0));
