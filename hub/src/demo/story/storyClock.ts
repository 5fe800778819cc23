const hourMs = 3_600_000;
const minuteMs = 60_000;
const dayMs = 24 * hourMs;

/**
 * The story's times. All are counted from one instant, that of the demonstration's first start, so that a start which
 * was interrupted repeats the same inputs under the same keys.
 */
export class StoryClock {
  readonly #anchor: number;

  constructor(anchor: Date) {
    this.#anchor = anchor.getTime();
  }

  /** An instant, RFC 3339: so many hours before the first start, and so many minutes on. */
  hoursAgo(hours: number, minutesOn = 0): string {
    return new Date(this.#anchor - hours * hourMs + minutesOn * minuteMs).toISOString();
  }

  /** An instant, RFC 3339: so many days from the first start; negative ones are past. */
  inDays(days: number): string {
    return new Date(this.#anchor + days * dayMs).toISOString();
  }
}
