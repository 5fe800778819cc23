import fc from "fast-check";

import type { Intake } from "../ports/agencies.port";
import { nextReviewAt } from "./nextReviewAt";

const intakeOf = (hours: Intake["hours"], holidays: readonly string[] = []): Intake => ({
  timeZone: "America/Chicago",
  hours,
  holidays: [...holidays],
  crisisNumbers: [],
});
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "08:00", closes: "16:30" }));
const review = (intake: Intake, now: string): string | null => {
  const next = nextReviewAt(intake, new Date(now));
  return next && `${next.nextReviewAt.toISOString()} ${next.outOfHours ? "out of hours" : "within hours"}`;
};

test.each([
  ["within hours: now", "2026-01-06T15:00:00Z", "2026-01-06T15:00:00.000Z within hours"],
  ["at the minute of opening: now", "2026-01-06T14:00:00Z", "2026-01-06T14:00:00.000Z within hours"],
  ["at the minute of closing: the next day", "2026-01-06T22:30:00Z", "2026-01-07T14:00:00.000Z out of hours"],
  ["early in the morning: the same day", "2026-01-06T07:00:00Z", "2026-01-06T14:00:00.000Z out of hours"],
  ["on a Friday evening: on Monday", "2026-01-10T02:00:00Z", "2026-01-12T14:00:00.000Z out of hours"],
  ["when it is tomorrow in UTC, but today here", "2026-01-07T00:30:00Z", "2026-01-07T14:00:00.000Z out of hours"],
  [
    "over the weekend on which summer time begins (8 March 2026)",
    "2026-03-07T12:00:00Z",
    "2026-03-09T13:00:00.000Z out of hours",
  ],
  [
    "over the weekend on which summer time ends (1 November 2026)",
    "2026-10-31T12:00:00Z",
    "2026-11-02T14:00:00.000Z out of hours",
  ],
])("%s", (_name, now, expected) => {
  expect(review(intakeOf(weekdays), now)).toBe(expected);
});

test("holidays are passed over, by their local date", () => {
  const intake = intakeOf(weekdays, ["2026-01-06", "2026-01-07"]);
  expect(review(intake, "2026-01-06T15:00:00Z")).toBe("2026-01-08T14:00:00.000Z out of hours");
  expect(review(intake, "2026-01-08T04:00:00Z")).toBe("2026-01-08T14:00:00.000Z out of hours");
});

test("an opening at a time that summer time skips is as much later, and one that comes twice is the first", () => {
  const sundays = intakeOf([{ weekday: 7, opens: "02:30", closes: "12:00" }]);
  expect(review(sundays, "2026-03-08T07:00:00Z")).toBe("2026-03-08T08:30:00.000Z out of hours");
  const atOne = intakeOf([{ weekday: 7, opens: "01:30", closes: "12:00" }]);
  expect(review(atOne, "2026-11-01T05:00:00Z")).toBe("2026-11-01T06:30:00.000Z out of hours");
  expect(review(atOne, "2026-11-01T07:15:00Z")).toBe("2026-11-01T07:15:00.000Z within hours");
});

test("hours over midnight belong to the day on which they begin", () => {
  const nights = intakeOf([{ weekday: 5, opens: "20:00", closes: "04:00" }]);
  expect(review(nights, "2026-01-10T08:00:00Z")).toBe("2026-01-10T08:00:00.000Z within hours");
  expect(review(nights, "2026-01-10T10:00:00Z")).toBe("2026-01-17T02:00:00.000Z out of hours");
  expect(review({ ...nights, holidays: ["2026-01-10"] }, "2026-01-10T08:00:00Z")).toBe(
    "2026-01-10T08:00:00.000Z within hours",
  );
});

test("two openings a day, and the whole day", () => {
  const split = intakeOf([
    { weekday: 2, opens: "13:00", closes: "16:00" },
    { weekday: 2, opens: "08:00", closes: "12:00" },
  ]);
  expect(review(split, "2026-01-06T18:30:00Z")).toBe("2026-01-06T19:00:00.000Z out of hours");
  const wholeDay = intakeOf([{ weekday: 2, opens: "00:00", closes: "24:00" }]);
  expect(review(wholeDay, "2026-01-07T05:59:59Z")).toBe("2026-01-07T05:59:59.000Z within hours");
  expect(review(wholeDay, "2026-01-07T06:00:00Z")).toBe("2026-01-13T06:00:00.000Z out of hours");
});

test("a program that never opens promises nothing", () => {
  expect(review(intakeOf([]), "2026-01-06T15:00:00Z")).toBeNull();
});

test("whatever the hours, the next review is never in the past, and a moment later is within hours", () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "30"))
    .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);
  const hours = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), opens: clock, closes: clock }), {
    minLength: 1,
    maxLength: 5,
  });
  const year2026 = fc.date({
    min: new Date("2026-01-01T00:00:00Z"),
    max: new Date("2026-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(hours, year2026, (given, now) => {
      const next = nextReviewAt(intakeOf(given), now);
      if (next === null) throw new Error("hours without holidays open within a week");
      expect(next.nextReviewAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
      expect(next.outOfHours).toBe(next.nextReviewAt.getTime() > now.getTime());
      expect(nextReviewAt(intakeOf(given), next.nextReviewAt)).toEqual({
        nextReviewAt: next.nextReviewAt,
        outOfHours: false,
      });
    }),
  );
});
