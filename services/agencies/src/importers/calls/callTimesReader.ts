import type { CsvRow } from "@corespond/kit";

import type { CallMap, TimeColumns } from "./callMap";
import type { RowNotes } from "../rowNotes";
import { readIso, timeFormat, type TimeReader } from "./timeFormat";
import { ZoneClock } from "./zoneClock";

type Values = CsvRow<string>["record"];

/** How often a clock's change decided a time: skipped in spring, shown twice in autumn. */
export interface ClockChanges {
  readonly gaps: number;
  readonly overlaps: number;
}

/** The times of a call that a row fills, in RFC 3339. */
interface CallTimes {
  readonly received: string | null;
  readonly answered: string | null;
  readonly closed: string | null;
  readonly updated: string | null;
}

/** One time of a row: which columns hold it, and how it is read. */
interface TimeField {
  readonly columns: readonly string[];
  readonly read: TimeReader;
}

// How far a sender's clock may be ahead of ours.
const clockSkewMs = 5 * 60_000;

/** The columns of a file in which a time stands. */
export function columnsOfTime(time: TimeColumns | undefined): readonly string[] {
  if (time === undefined) return [];
  if (typeof time === "string") return [time];
  return "date" in time ? [time.date, time.time] : [time.column];
}

/** Reads the times of calls: those with an offset as they are, others on the clock of the feed's time zone. */
export class CallTimesReader {
  readonly #clock: ZoneClock;
  readonly #received: TimeField | undefined;
  readonly #answered: TimeField | undefined;
  readonly #closed: TimeField | undefined;
  readonly #updated: TimeField | undefined;
  readonly #latest: number;
  #gaps = 0;
  #overlaps = 0;

  constructor(map: CallMap, timeZone: string, now = Date.now()) {
    this.#clock = new ZoneClock(timeZone);
    this.#received = fieldOf(map.receivedAt);
    this.#answered = fieldOf(map.answeredAt);
    this.#closed = fieldOf(map.closedAt);
    this.#updated = fieldOf(map.updatedAt);
    this.#latest = now + clockSkewMs;
  }

  get changes(): ClockChanges {
    return { gaps: this.#gaps, overlaps: this.#overlaps };
  }

  /**
   * A call without the time at which it was received is rejected, and so is one from the future. Other times that cannot
   * be are left out, with a warning.
   */
  read(record: Values, notes: RowNotes): CallTimes {
    const received = this.#instant(this.#received, record, (note) => {
      notes.reject(note);
    });
    const field = this.#received?.columns.join(", ") ?? "";
    const value = writtenOf(this.#received, record);
    if (value === null)
      notes.reject({ field, value, code: "MISSING_VALUE", reason: "has no value, and must have one" });
    if (received !== null && received > this.#latest)
      notes.reject({ field, value, code: "INVALID_TIME", reason: "lies in the future" });
    const later = (time: TimeField | undefined, after: number | null): number | null =>
      this.#later({ time, after }, record, notes);
    const answered = later(this.#answered, received);
    return {
      received: isoOf(received),
      answered: isoOf(answered),
      closed: isoOf(later(this.#closed, answered ?? received)),
      updated: isoOf(later(this.#updated, null)),
    };
  }

  #later(
    { time, after }: { readonly time: TimeField | undefined; readonly after: number | null },
    record: Values,
    notes: RowNotes,
  ): number | null {
    const instant = this.#instant(time, record, (note) => {
      notes.warn({ ...note, reason: `${note.reason}; the call is kept without it` });
    });
    if (instant === null || after === null || instant >= after) return instant;
    notes.warn({
      field: time?.columns.join(", ") ?? "",
      value: writtenOf(time, record),
      code: "INVALID_TIME",
      reason: "is before the call was received or answered; the call is kept without it",
    });
    return null;
  }

  #instant(time: TimeField | undefined, record: Values, wrong: (note: Parameters<RowNotes["warn"]>[0]) => void) {
    const written = writtenOf(time, record);
    if (time === undefined || written === null) return null;
    const read = time.read(written);
    if (read === undefined) {
      wrong({
        field: time.columns.join(", "),
        value: written,
        code: "INVALID_TIME",
        reason: "is not a time of the form that the map names",
      });
      return null;
    }
    if (read.offset !== undefined) return read.local - read.offset;
    const { instant, change } = this.#clock.resolve(read.local);
    if (change === "gap") this.#gaps += 1;
    if (change === "overlap") this.#overlaps += 1;
    return instant;
  }
}

function fieldOf(time: TimeColumns | undefined): TimeField | undefined {
  if (time === undefined) return undefined;
  const format = typeof time === "string" ? undefined : time.format;
  const read = format === undefined ? readIso : timeFormat(format);
  return read && { columns: columnsOfTime(time), read };
}

function writtenOf(time: TimeField | undefined, record: Values): string | null {
  if (time === undefined) return null;
  const parts = time.columns.map((column) => record[column]?.trim() ?? "");
  return parts.every((part) => part === "") ? null : parts.join(" ");
}

function isoOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
