import { DateTime } from "luxon";

import { parseClockTime, type ClockTime } from "../opening/clockTime";
import type { RowReading } from "./rowReading";

/** Where a schedule's times stand: HSDS 3.1's fields, then those into which older directories have put them. */
const timeFields = ["opens_at", "closes_at", "weekday", "valid_from", "valid_to", "dtstart", "until"] as const;

const wholeDay = /^24\s*(hours|hrs|h)$/i;

/** When a schedule's days open and close, and which fields said so. */
export interface ScheduleTimes {
  readonly opens: number | null;
  readonly closes: number | null;
  readonly fields: ReadonlySet<string>;
}

/** Reads a schedule's times. Unless there are two, an opening and a closing one, none is understood. */
export function scheduleTimes(reading: RowReading): ScheduleTimes {
  const cells = timeFields.flatMap((field) => {
    const value = reading.text(field);
    return value === null ? [] : [{ field, value, time: parseClockTime(value) }];
  });
  const all = cells.find(({ value }) => wholeDay.test(value));
  if (all) return { opens: 0, closes: 1440, fields: new Set([all.field]) };
  const [opens, closes] = cells.flatMap(({ field, time }) => (time === null ? [] : [{ field, time }]));
  if (opens === undefined || closes === undefined) return { opens: null, closes: null, fields: new Set() };
  const fields = new Set<string>([opens.field, closes.field]);
  if (![opens, closes].every(({ field, time }) => onLocalClock(reading, field, time)))
    return { opens: null, closes: null, fields };
  return { opens: opens.time.minutes, closes: closes.time.minutes, fields };
}

/**
 * Tells whether a time is one of the directory's clock: without an offset from UTC, or with one that its zone has. HSDS
 * asks for offsets, which cannot say when daylight saving time begins, so the time as written is what stands on the
 * door. Any other offset is left alone: a guess would send somebody to a closed door.
 */
function onLocalClock(reading: RowReading, field: string, { offset }: ClockTime): boolean {
  const zone = reading.directory.timeZone;
  const stated = offset ?? hoursFromUtc(reading.text("timezone"));
  if (stated === null || offsetsOf(zone).includes(stated)) return true;
  const where = offset === null ? "timezone" : field;
  reading.warn(where, "FOREIGN_OFFSET", `has an offset from UTC that the directory's time zone ${zone} never has`);
  return false;
}

function hoursFromUtc(text: string | null): number | null {
  return text !== null && /^[+-]?\d{1,2}([.]\d+)?$/.test(text) ? Number(text) * 60 : null;
}

/** The offsets of a zone in winter and in summer, in minutes. */
function offsetsOf(zone: string): readonly number[] {
  return [1, 7].map((month) => DateTime.fromObject({ year: 2024, month, day: 1 }, { zone }).offset);
}
