import { DateTime } from "luxon";

const dayMs = 86_400_000;
const first = Date.UTC(2000, 0, 1);

/** A day `YYYY-MM-DD` as a number of days since 2000-01-01; windows are counted in whole days of the calendar. */
export function dayNumber(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - first) / dayMs;
}

/** The day with a number. */
export function dayOfNumber(number: number): string {
  return new Date(first + number * dayMs).toISOString().slice(0, 10);
}

/** The day of an instant in a time zone. */
export function dayOf(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd");
}
