import fc from "fast-check";
import { DateTime } from "luxon";
import { Frequency, RRule } from "rrule";

import { startEmpty, type Resources } from "../testing/startResources";
import { isOpenAt, opensOn } from "./isOpenAt";
import type { Opening } from "./opening";
import { openingsOf } from "./openingsOf";
import type { ScheduleRule } from "./scheduleRule";

const dayBetween = (from: string, to: string): fc.Arbitrary<string> => {
  const start = DateTime.fromISO(from, { zone: "utc" });
  const days = DateTime.fromISO(to, { zone: "utc" }).diff(start, "days").days;
  return fc.integer({ min: 0, max: days }).map((passed) => start.plus({ days: passed }).toISODate() ?? "");
};

const weekday = fc.integer({ min: 1, max: 7 });
const someOf = <T>(item: fc.Arbitrary<T>) =>
  fc.uniqueArray(item, { maxLength: 3, comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b) });

const rule: fc.Arbitrary<ScheduleRule> = fc
  .record({
    freq: fc.constantFrom("WEEKLY" as const, "MONTHLY" as const),
    interval: fc.integer({ min: 1, max: 4 }),
    days: someOf(fc.record({ weekday, week: fc.constant(null) })),
    weeks: someOf(fc.record({ weekday, week: fc.constantFrom(1, 2, 3, 4, 5, -1, -2) })),
    monthDays: someOf(fc.integer({ min: -31, max: 31 }).filter((day) => day !== 0)),
    dtstart: dayBetween("2023-01-01", "2024-12-31"),
    until: fc.option(dayBetween("2024-06-01", "2026-06-30")),
    count: fc.option(fc.integer({ min: 1, max: 60 })),
    weekStart: weekday,
  })
  .map(({ weeks, days, monthDays, ...rest }) => ({
    ...rest,
    days: rest.freq === "MONTHLY" && weeks.length > 0 ? weeks : days,
    monthDays: rest.freq === "MONTHLY" ? monthDays : [],
    opens: 540,
    closes: 1020,
    validFrom: null,
    validTo: null,
  }));

const rruleDays = [RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR, RRule.SA, RRule.SU];

/** The days of iCalendar's own reading of a rule, by the library rrule. */
function occurrences({
  freq,
  interval,
  days,
  monthDays,
  dtstart,
  until,
  count,
  weekStart,
}: ScheduleRule): readonly string[] {
  const recurring = new RRule({
    freq: freq === "MONTHLY" ? Frequency.MONTHLY : Frequency.WEEKLY,
    interval,
    wkst: weekStart - 1,
    dtstart: new Date(`${dtstart ?? ""}T00:00:00Z`),
    until: until === null ? new Date("2025-12-31T00:00:00Z") : new Date(`${until}T00:00:00Z`),
    ...(count !== null && { count }),
    ...(days.length > 0 && {
      byweekday: days.map((day) =>
        day.week === null ? rruleDays[day.weekday - 1]! : rruleDays[day.weekday - 1]!.nth(day.week),
      ),
    }),
    ...(monthDays.length > 0 && { bymonthday: [...monthDays] }),
  });
  return recurring
    .all()
    .map((date) => date.toISOString().slice(0, 10))
    .filter((date) => date < "2026");
}

const everyDay = Array.from({ length: 1_096 }, (_, passed) => DateTime.utc(2023, 1, 1).plus({ days: passed }));

test("a rule opens on exactly the days of iCalendar's reading", () => {
  fc.assert(
    fc.property(rule, (given) => {
      const openings = openingsOf(given);
      const open = everyDay.filter((day) => openings.some((opening) => opensOn(opening, day)));
      expect(open.map((day) => day.toISODate())).toEqual(occurrences(given));
    }),
    { numRuns: 20, seed: 7 },
  );
});

const opening: fc.Arbitrary<Opening> = fc
  .record({
    weekday: fc.option(weekday),
    weekOfMonth: fc.option(fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -3, -4, -5)),
    monthDay: fc.option(
      fc.integer({ min: -31, max: 31 }).filter((day) => day !== 0),
      { freq: 1 },
    ),
    every: fc.integer({ min: 1, max: 3 }),
    unit: fc.constantFrom("WEEK" as const, "MONTH" as const),
    anchor: dayBetween("2023-01-01", "2024-12-31"),
    opens: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 1440 }),
    validFrom: fc.option(dayBetween("2023-01-01", "2024-06-30"), { freq: 2 }),
    validTo: fc.option(dayBetween("2024-06-30", "2025-12-31"), { freq: 2 }),
  })
  .map(({ length, ...rest }) => ({ ...rest, closes: rest.opens + length }));

const zone = fc.constantFrom("America/Chicago", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");

// Every quarter of an hour, and the nights on which Chicago's clocks change among them.
const instant = fc.oneof(
  fc
    .integer({ min: Date.UTC(2023, 0, 1) / 900_000, max: Date.UTC(2025, 11, 31) / 900_000 })
    .map((quarter) => quarter * 900_000),
  fc.integer({ min: 0, max: 48 }).map((quarter) => Date.UTC(2024, 2, 10, 2) + quarter * 900_000),
  fc.integer({ min: 0, max: 48 }).map((quarter) => Date.UTC(2024, 10, 3, 2) + quarter * 900_000),
);

describe("the database", () => {
  let resources: Resources;

  beforeAll(async () => {
    resources = await startEmpty();
  });

  afterAll(async () => {
    await resources.stop();
  });

  test("agrees with isOpenAt", async () => {
    const cases = fc.sample(fc.record({ opening, zone, instant }), { numRuns: 4_000, seed: 11 });
    const rows = await resources.owner<{ open: boolean }>(
      `SELECT opening_holds(ROW('00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000', 1, (o ->> 'weekday')::int,
         (o ->> 'weekOfMonth')::int, (o ->> 'monthDay')::int, (o ->> 'every')::int, o ->> 'unit', (o ->> 'anchor')::date, (o ->> 'opens')::int,
         (o ->> 'closes')::int, (o ->> 'validFrom')::date, (o ->> 'validTo')::date, c ->> 'zone')::opening,
         to_timestamp((c ->> 'instant')::double precision / 1000)) AS open
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (c, place), LATERAL (SELECT c -> 'opening') AS of (o) ORDER BY place`,
      [JSON.stringify(cases)],
    );
    const here = cases.map((one) => isOpenAt([one.opening], new Date(one.instant), one.zone));
    expect(rows.map(({ open }) => open)).toEqual(here);
    expect(here.filter(Boolean).length).toBeGreaterThan(50);
  });
});

describe("isOpenAt", () => {
  const nightly: Opening = {
    weekday: 6,
    weekOfMonth: null,
    monthDay: null,
    every: 1,
    unit: "WEEK",
    anchor: null,
    opens: 22 * 60,
    closes: 30 * 60,
    validFrom: null,
    validTo: null,
  };

  test.each([
    ["before it opens", "2024-03-09T21:59:59-06:00", false],
    ["as it opens", "2024-03-09T22:00:00-06:00", true],
    ["after midnight", "2024-03-10T01:59:00-06:00", true],
    ["after the clock has gone forward", "2024-03-10T05:59:00-05:00", true],
    ["at closing, an hour earlier than usual", "2024-03-10T06:00:00-05:00", false],
    ["on another day", "2024-03-11T01:00:00-05:00", false],
    ["in the hour that comes twice, the first time", "2024-11-03T01:30:00-05:00", true],
    ["in the hour that comes twice, the second time", "2024-11-03T01:30:00-06:00", true],
  ])("a Saturday night of 22:00 to 6:00: %s", (_, at, open) => {
    expect(isOpenAt([nightly], new Date(at), "America/Chicago")).toBe(open);
  });

  test("the night after the last valid day is still open", () => {
    const last = { ...nightly, validTo: "2024-03-09" };
    expect(isOpenAt([last], new Date("2024-03-10T01:00:00-06:00"), "America/Chicago")).toBe(true);
    expect(isOpenAt([last], new Date("2024-03-16T23:00:00-05:00"), "America/Chicago")).toBe(false);
  });
});

describe("a schedule that cannot be understood opens never", () => {
  const complete: ScheduleRule = {
    freq: "WEEKLY",
    interval: 1,
    days: [{ weekday: 1, week: null }],
    monthDays: [],
    opens: 540,
    closes: 1020,
    validFrom: null,
    validTo: null,
    dtstart: null,
    until: null,
    count: null,
    weekStart: 1,
  };

  test.each<[string, Partial<ScheduleRule>, number]>([
    ["complete", {}, 1],
    ["no opening time", { opens: null }, 0],
    ["no closing time", { closes: null }, 0],
    ["no day and no first day", { days: [] }, 0],
    ["every second week, since nobody knows when", { interval: 2 }, 0],
    ["a number of times, since nobody knows when", { count: 5 }, 0],
    ["more times than anybody means", { count: 5_000, dtstart: "2024-01-01" }, 0],
    ["weekly on the second Monday of a month", { days: [{ weekday: 1, week: 2 }] }, 0],
    ["weekly on the 5th", { monthDays: [5] }, 0],
  ])("%s", (_, change, openings) => {
    expect(openingsOf({ ...complete, ...change })).toHaveLength(openings);
  });

  test("an end that is the beginning means a whole day, and midnight the end of a day", () => {
    expect(openingsOf({ ...complete, opens: 540, closes: 540 })).toMatchObject([{ opens: 540, closes: 1980 }]);
    expect(openingsOf({ ...complete, opens: 0, closes: 0 })).toMatchObject([{ opens: 0, closes: 1440 }]);
    expect(openingsOf({ ...complete, opens: 0, closes: 1440 })).toMatchObject([{ opens: 0, closes: 1440 }]);
  });
});
