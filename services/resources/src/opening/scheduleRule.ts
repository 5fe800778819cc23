import type { WeekdayOfMonth } from "./weekdays";

/** A schedule as far as its parts could be read: HSDS 3.1's fields with their meaning. */
export interface ScheduleRule {
  readonly freq: "WEEKLY" | "MONTHLY" | null;
  readonly interval: number;
  readonly days: readonly WeekdayOfMonth[];
  readonly monthDays: readonly number[];
  /** Minutes after midnight; `closes` not after `opens` means on the next day. */
  readonly opens: number | null;
  readonly closes: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly dtstart: string | null;
  readonly until: string | null;
  readonly count: number | null;
  /** The day on which a week starts, 1 (Monday) to 7. */
  readonly weekStart: number;
}
