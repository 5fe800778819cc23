import { assert, constantFrom, integer, property } from "fast-check";

import { readIso, timeFormat } from "./timeFormat";
import { ZoneClock } from "./zoneClock";

const local = (text: string): number => readIso(text)?.local ?? Number.NaN;
const resolved = (zone: string, text: string): readonly [string, string | undefined] => {
  const { instant, change } = new ZoneClock(zone).resolve(local(text));
  return [new Date(instant).toISOString(), change];
};

test("a time that the clock skips in spring is as much later as it skips", () => {
  expect(resolved("America/Chicago", "2024-03-10 01:59:59")).toEqual(["2024-03-10T07:59:59.000Z", undefined]);
  expect(resolved("America/Chicago", "2024-03-10 02:00:00")).toEqual(["2024-03-10T08:00:00.000Z", "gap"]);
  expect(resolved("America/Chicago", "2024-03-10 02:30:00")).toEqual(["2024-03-10T08:30:00.000Z", "gap"]);
  expect(resolved("America/Chicago", "2024-03-10 03:00:00")).toEqual(["2024-03-10T08:00:00.000Z", undefined]);
  // Lord Howe skips half an hour; Samoa skipped the whole of 30 December 2011.
  expect(resolved("Australia/Lord_Howe", "2024-10-06 02:15:00")).toEqual(["2024-10-05T15:45:00.000Z", "gap"]);
  expect(resolved("Pacific/Apia", "2011-12-30 12:00:00")).toEqual(["2011-12-30T22:00:00.000Z", "gap"]);
});

test("of the two instants of a time that it shows twice in autumn the first is meant", () => {
  expect(resolved("America/Chicago", "2024-11-03 00:59:59")).toEqual(["2024-11-03T05:59:59.000Z", undefined]);
  expect(resolved("America/Chicago", "2024-11-03 01:30:00")).toEqual(["2024-11-03T06:30:00.000Z", "overlap"]);
  expect(resolved("America/Chicago", "2024-11-03 02:00:00")).toEqual(["2024-11-03T08:00:00.000Z", undefined]);
  expect(resolved("Australia/Lord_Howe", "2024-04-07 01:45:00")).toEqual(["2024-04-06T14:45:00.000Z", "overlap"]);
});

test("in every time zone, each instant that a clock shows is found again, or it shows the time twice", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  const clocks = new Map<string, { readonly clock: ZoneClock; readonly shows: (instant: number) => number }>();
  const ofZone = (zone: string) => {
    const known = clocks.get(zone) ?? { clock: new ZoneClock(zone), shows: shownIn(zone) };
    clocks.set(zone, known);
    return known;
  };
  const [from, to] = [Date.UTC(1990, 0, 1) / 60_000, Date.UTC(2035, 0, 1) / 60_000];
  assert(
    property(constantFrom(...zones), integer({ min: from, max: to }), (zone, minute) => {
      const { clock, shows } = ofZone(zone);
      const shown = shows(minute * 60_000);
      const { instant, change } = clock.resolve(shown);
      expect(shows(instant)).toBe(shown);
      expect(change).not.toBe("gap");
      if (change === undefined) expect(instant).toBe(minute * 60_000);
      else expect(instant).toBeLessThanOrEqual(minute * 60_000);
    }),
    { numRuns: 500 },
  );
});

/** What a zone's clock shows, by another way than the importer's. */
function shownIn(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return (instant) => Date.parse(`${format.format(instant).replace(" ", "T")}Z`);
}

test("ISO times are read with and without an offset, and what is no time is not", () => {
  expect(readIso("2024-03-01T08:00:00.25Z")).toEqual({ local: Date.UTC(2024, 2, 1, 8, 0, 0, 250), offset: 0 });
  expect(readIso("2024-03-01 08:00-06")).toEqual({ local: Date.UTC(2024, 2, 1, 8), offset: -6 * 3_600_000 });
  expect(readIso("2024-03-01T08:00:00+05:45")?.offset).toBe(5.75 * 3_600_000);
  for (const none of [
    "now",
    "2024-02-30 08:00",
    "2024-03-01",
    "2024-03-01 24:00",
    "03/01/2024 08:00",
    "2024-03-01 8:00",
  ])
    expect(readIso(none)).toBeUndefined();
});

test("other forms are read by a format, and a format that is none of a day and a time is refused", () => {
  const american = timeFormat("M/d/yyyy h:mm:ss a");
  expect(american?.("3/1/2024 12:05:09 AM")).toEqual({ local: Date.UTC(2024, 2, 1, 0, 5, 9), offset: undefined });
  expect(american?.("3/1/2024 12:05:09 pm")?.local).toBe(Date.UTC(2024, 2, 1, 12, 5, 9));
  expect(american?.("13/1/2024 1:05:09 PM")).toBeUndefined();
  expect(american?.("3/1/2024 13:05:09 PM")).toBeUndefined();
  expect(timeFormat("yyyyMMdd HHmm")?.("20240301 0805")?.local).toBe(Date.UTC(2024, 2, 1, 8, 5));
  for (const none of ["yyyy-MM-dd", "yyyy-MM-dd hh:mm", "yyyy-MM-dd HH:mm a", "dd.MM.yy HH:mm", "yyyy-MM-dd HH:mm QQ"])
    expect(timeFormat(none)).toBeUndefined();
});
