import { DateTime } from "luxon";

import type { Opening } from "./opening";

/**
 * Tells whether any of the openings holds at an instant, by the clock of a time zone: hours are what stands on the
 * door, so they move with daylight saving time. `opening_holds` in the database says the same.
 */
export function isOpenAt(openings: readonly Opening[], instant: Date, zone: string): boolean {
  const clock = DateTime.fromJSDate(instant, { zone });
  const minutes = clock.hour * 60 + clock.minute + clock.second / 60 + clock.millisecond / 60_000;
  const today = DateTime.utc(clock.year, clock.month, clock.day);
  const since = [
    { day: today, minutes },
    { day: today.minus({ days: 1 }), minutes: minutes + 1440 },
  ];
  return openings.some((opening) =>
    since.some(({ day, minutes: after }) => after >= opening.opens && after < opening.closes && opensOn(opening, day)),
  );
}

/** Tells whether an opening begins on a day. */
export function opensOn(opening: Opening, day: DateTime): boolean {
  const { weekday, weekOfMonth, monthDay, validFrom, validTo } = opening;
  const date = day.toISODate() ?? "";
  const left = (day.daysInMonth ?? 0) - day.day;
  return (
    (weekday === null || weekday === day.weekday) &&
    (weekOfMonth === null || weekOfMonth === (weekOfMonth > 0 ? nth(day.day - 1) : -nth(left))) &&
    (monthDay === null || monthDay === (monthDay > 0 ? day.day : -left - 1)) &&
    (validFrom === null || date >= validFrom) &&
    (validTo === null || date <= validTo) &&
    inTurn(opening, day)
  );
}

const nth = (daysBefore: number): number => Math.floor(daysBefore / 7) + 1;

function inTurn({ every, unit, anchor }: Opening, day: DateTime): boolean {
  if (every === 1 || anchor === null) return true;
  const start = DateTime.fromISO(anchor, { zone: "utc" });
  const passed =
    unit === "WEEK"
      ? Math.floor(day.diff(start, "days").days / 7)
      : (day.year - start.year) * 12 + day.month - start.month;
  return passed >= 0 && passed % every === 0;
}
