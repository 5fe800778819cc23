import { formatClockTime } from "../opening/clockTime";
import { openingsOf } from "../opening/openingsOf";
import type { ScheduleRule } from "../opening/scheduleRule";
import { formatWeekdays, weekdayOf } from "../opening/weekdays";
import { count, parseDay } from "./hsdsColumn";
import type { RowReading } from "./rowReading";
import { scheduleDays } from "./scheduleDays";
import { scheduleTimes } from "./scheduleTimes";

/** The fields of a schedule that say when. */
export const scheduleFields = [
  "opens_at",
  "closes_at",
  "timezone",
  "weekday",
  "byday",
  "freq",
  "interval",
  "count",
  "wkst",
  "valid_from",
  "valid_to",
  "dtstart",
  "until",
  "byweekno",
  "bymonthday",
  "byyearday",
  "description",
] as const;

/** Fields whose text is shown where it was not understood. */
const wordFields = ["weekday", "byday", "freq", "valid_from", "valid_to", "dtstart", "until", "opens_at", "closes_at"];

const frequencies = { WEEKLY: "WEEKLY", MONTHLY: "MONTHLY" } as const;

/**
 * Reads a schedule by what its values are rather than by where they stand, for directories of HSDS 2 have times in the
 * columns for dates and days in those for frequencies. What is not understood is kept in words and reported, and the
 * schedule then takes no part in searches by opening time: it never claims that a door is open.
 */
export function readSchedule(reading: RowReading): Readonly<Record<string, unknown>> {
  const rule = readRule(reading);
  const { description, openings } = meaningOf(reading, rule);
  return {
    ...columnsOf(reading, rule),
    openings,
    description,
  };
}

/** A schedule as far as it was understood, and the fields that were. */
interface ReadRule extends ScheduleRule {
  readonly understood: ReadonlySet<string>;
}

function readRule(reading: RowReading): ReadRule {
  const times = scheduleTimes(reading);
  const { days, fields } = scheduleDays(reading);
  const dates = ["valid_from", "valid_to", "dtstart", "until"].filter(
    (field) => parseDay(reading.text(field) ?? "") !== undefined,
  );
  const date = (field: string): string | null => (dates.includes(field) ? reading.text(field) : null);
  const freq = reading.text("freq")?.toUpperCase() ?? "";
  const known = freq === "WEEKLY" || freq === "MONTHLY" ? frequencies[freq] : null;
  const monthDays = (reading.text("bymonthday") ?? "")
    .split(",")
    .map(Number)
    .filter((day) => day !== 0 && Math.abs(day) <= 31);
  return {
    freq: known ?? (days.length === 0 ? null : days.some(({ week }) => week !== null) ? "MONTHLY" : "WEEKLY"),
    interval: number(reading, "interval") ?? 1,
    days,
    monthDays,
    opens: times.opens,
    closes: times.closes,
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
    dtstart: date("dtstart"),
    until: date("until"),
    count: number(reading, "count"),
    weekStart: weekdayOf(reading.text("wkst") ?? "") || 1,
    understood: new Set([...times.fields, ...fields, ...dates, ...(known === null ? [] : ["freq"])]),
  };
}

const number = (reading: RowReading, field: string): number | null =>
  count(field).read(reading.cell([field])) as number | null;

function columnsOf(reading: RowReading, rule: ReadRule): Readonly<Record<string, unknown>> {
  return {
    valid_from: rule.validFrom,
    valid_to: rule.validTo,
    dtstart: rule.dtstart,
    until: rule.until,
    count: rule.count,
    wkst: reading.text("wkst") === null ? null : formatWeekdays([{ weekday: rule.weekStart, week: null }]),
    freq: rule.freq,
    interval: number(reading, "interval"),
    byday: rule.days.length === 0 ? null : formatWeekdays(rule.days),
    byweekno: reading.text("byweekno"),
    bymonthday: reading.text("bymonthday"),
    byyearday: reading.text("byyearday"),
    opens_at: rule.opens === null ? null : formatClockTime(rule.opens),
    closes_at: rule.closes === null ? null : formatClockTime(rule.closes),
    time_zone: reading.directory.timeZone,
  };
}

function meaningOf(
  reading: RowReading,
  rule: ReadRule,
): { readonly description: string | null; readonly openings: readonly object[] } {
  const words = wordFields.filter((field) => reading.text(field) !== null);
  const strange = words.filter((field) => !rule.understood.has(field));
  for (const field of strange)
    reading.warn(field, "NOT_UNDERSTOOD", "is neither days nor times nor dates; it is kept in words");
  const unsupported = ["byweekno", "byyearday"].some((field) => reading.text(field) !== null);
  const openings = strange.length > 0 || unsupported ? [] : openingsOf(rule);
  const given = reading.text("description");
  if (openings.length > 0) return { description: given, openings };
  if (words.length === 0 && given === null) reading.reject("id", "EMPTY_ROW", "says nothing of when");
  else
    reading.warn(
      "id",
      "NOT_SEARCHABLE",
      "does not say on which days and at which times; it takes no part in searches by opening time",
    );
  return { description: given ?? (words.map((field) => reading.text(field)).join(" ") || null), openings };
}
