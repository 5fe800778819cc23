/**
 * One way in which a schedule opens: on every day that meets all its conditions, from `opens` to `closes`. Unlike
 * iCalendar's rules it can be tested for one day without listing all others, here and in SQL alike.
 */
export interface Opening {
  /** ISO weekday, 1 (Monday) to 7; null means any. */
  readonly weekday: number | null;
  /** The weekday's occurrence in its month: 1 to 5, or -1 (the last) to -5; null means any. */
  readonly weekOfMonth: number | null;
  /** The day of the month: 1 to 31, or -1 (the last) to -31; null means any. */
  readonly monthDay: number | null;
  /** Only every n-th week or month, counted from the one of `anchor`. */
  readonly every: number;
  readonly unit: "WEEK" | "MONTH";
  /** `YYYY-MM-DD`: the first day of a week, or any day of a month, that counts; null where all count. */
  readonly anchor: string | null;
  /** Minutes after midnight on the clock of the time zone, 0 to 1439. */
  readonly opens: number;
  /** Minutes after the midnight before `opens`: 1440 is the end of the day, more is on the day after. At most 2880. */
  readonly closes: number;
  /** The first and the last day on which it opens, `YYYY-MM-DD`. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}
