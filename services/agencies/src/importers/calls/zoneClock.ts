/** An instant in milliseconds, and whether the clock's change had a say in it. */
export interface ResolvedTime {
  readonly instant: number;
  readonly change: "gap" | "overlap" | undefined;
}

const hour = 3_600_000;
const day = 24 * hour;

// No offset is further from UTC than 16 hours (Manila before 1845), and a day is 24 long.
const reach = 16 * hour;

/**
 * A place's clock, for any IANA time zone. A time that the clock skips in spring is as much later as it skips; of the two
 * instants of a time that it shows twice in autumn, the first is meant.
 */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  /** By day, the offsets that may be in effect when the clock shows a time of that day. */
  readonly #offsetsOfDay = new Map<number, readonly number[]>();

  constructor(timeZone: string) {
    const [digits, numeric] = ["2-digit", "numeric"] as const;
    this.#format = new Intl.DateTimeFormat("en-US", {
      ...{ timeZone, era: "short", hourCycle: "h23" },
      ...{ year: numeric, month: digits, day: digits, hour: digits, minute: digits, second: digits },
    });
  }

  /** The instant at which the clock shows `local`, which is given as if the clock were UTC's. */
  resolve(local: number): ResolvedTime {
    const offsets = this.#offsetsNear(local);
    const [only, ...others] = offsets;
    if (only !== undefined && others.length === 0) return { instant: local - only, change: undefined };
    const shown = offsets.filter((offset) => this.#offsetAt(local - offset) === offset);
    // The greater the offset, the earlier the instant.
    const [first, second] = [...shown].sort((left, right) => right - left);
    if (first === undefined) return { instant: local - Math.min(...offsets), change: "gap" };
    return { instant: local - first, change: second === undefined ? undefined : "overlap" };
  }

  #offsetsNear(local: number): readonly number[] {
    const number = Math.floor(local / day);
    const known = this.#offsetsOfDay.get(number);
    if (known !== undefined) return known;
    const found = new Set<number>();
    for (let at = number * day - reach; at <= (number + 1) * day + reach; at += hour) found.add(this.#offsetAt(at));
    const offsets = [...found];
    this.#offsetsOfDay.set(number, offsets);
    return offsets;
  }

  #offsetAt(instant: number): number {
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of this.#format.formatToParts(instant)) parts[type] = value;
    const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts[type]);
    const shown = Date.UTC(
      ...([number("year"), number("month") - 1, number("day"), number("hour"), number("minute")] as const),
      number("second"),
    );
    return shown - Math.floor(instant / 1000) * 1000;
  }
}
