import { DateTime } from "luxon";

import type { Intake } from "../ports/agencies.port";

/** When somebody next looks at referrals, and whether that is later than now. */
export interface NextReview {
  readonly nextReviewAt: Date;
  readonly outOfHours: boolean;
}

/** A program that does not open within a year has no next opening that could be promised. */
const longestClosureDays = 366;

/**
 * When somebody next looks at referrals: now, within intake hours, or the next opening, in the program's own time zone
 * and past its holidays. Null where there is none. Hours that end before they begin run over midnight; an opening at a
 * local time that daylight saving skips is as much later as the clocks jump.
 */
export function nextReviewAt(intake: Intake, now: Date): NextReview | null {
  const at = DateTime.fromJSDate(now, { zone: intake.timeZone });
  const yesterday = at.startOf("day").minus({ days: 1 });
  for (let day = 0; day <= longestClosureDays; day += 1) {
    const openings = openingsOn(intake, yesterday.plus({ days: day })).filter(({ closes }) => closes > at);
    const [next] = openings.sort((one, other) => one.opens.toMillis() - other.opens.toMillis());
    if (next)
      return next.opens <= at
        ? { nextReviewAt: now, outOfHours: false }
        : { nextReviewAt: next.opens.toJSDate(), outOfHours: true };
  }
  return null;
}

interface Opening {
  readonly opens: DateTime;
  readonly closes: DateTime;
}

function openingsOn({ hours, holidays }: Intake, day: DateTime): Opening[] {
  if (holidays.includes(day.toISODate() ?? "")) return [];
  return hours
    .filter(({ weekday }) => weekday === day.weekday)
    .map(({ opens, closes }) => ({
      opens: atClock(day, opens),
      closes: atClock(closes > opens ? day : day.plus({ days: 1 }), closes),
    }));
}

function atClock(day: DateTime, clock: string): DateTime {
  if (clock === "24:00") return day.plus({ days: 1 });
  const [hour, minute] = clock.split(":").map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0 });
}
