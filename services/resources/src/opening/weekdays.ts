/** A weekday, 1 (Monday) to 7, and which occurrence of it in a month; null means every one. */
export interface WeekdayOfMonth {
  readonly weekday: number;
  readonly week: number | null;
}

const weekdayNames = [
  ["mo", "mon", "monday"],
  ["tu", "tue", "tues", "tuesday"],
  ["we", "wed", "wednesday"],
  ["th", "thu", "thur", "thurs", "thursday"],
  ["fr", "fri", "friday"],
  ["sa", "sat", "saturday"],
  ["su", "sun", "sunday"],
];

const ordinalNames = [
  ["first", "1st"],
  ["second", "2nd"],
  ["third", "3rd"],
  ["fourth", "4th"],
  ["fifth", "5th"],
];

const silent = new Set([",", "&", "and", "of", "the", "each", "every", "month"]);

const word = /[+-]?\d?[a-z]+|[-–]|\S/g;

/**
 * Reads days of the week as iCalendar (`TU,2SA,-1TH`) and as people write them (`Mon - Tue & Thur - Fri`, `First and
 * third Saturday of the month`). Null where any word is not understood, for half of a sentence may be the wrong half.
 */
export function parseWeekdays(text: string): readonly WeekdayOfMonth[] | null {
  const reading = new WeekdayReading();
  const spaced = text.toLowerCase().replace(/([a-z])([-–])(?=[a-z])/g, "$1 $2 ");
  for (const [next] of spaced.matchAll(word)) if (!reading.take(next)) return null;
  return reading.finish();
}

/** Writes weekdays as iCalendar's BYDAY. */
export function formatWeekdays(days: readonly WeekdayOfMonth[]): string {
  return days
    .map(({ weekday, week }) => `${week ?? ""}${weekdayNames[weekday - 1]?.[0]?.toUpperCase() ?? ""}`)
    .join(",");
}

/** The weekday of a name or of iCalendar's two letters; 0 where there is none. */
export function weekdayOf(name: string): number {
  return weekdayNames.findIndex((names) => names.includes(name.toLowerCase())) + 1;
}

class WeekdayReading {
  readonly #days: WeekdayOfMonth[] = [];
  #weeks: number[] = [];
  #range = false;

  /** Takes a word; false where it is not understood. */
  take(text: string): boolean {
    if (silent.has(text)) return true;
    if (text === "-" || text === "–") return this.#openRange();
    const week = text === "last" ? -1 : ordinalNames.findIndex((names) => names.includes(text)) + 1;
    if (week !== 0) return this.#weeks.push(week) > 0;
    const [, ordinal, name = ""] = /^([+-]?\d)?([a-z]+)$/.exec(text) ?? [];
    const weekday = weekdayOf(name);
    if (weekday === 0 || (ordinal !== undefined && !/[1-5]/.test(ordinal))) return false;
    if (ordinal !== undefined) this.#weeks.push(Number(ordinal));
    return this.#add(weekday);
  }

  finish(): readonly WeekdayOfMonth[] | null {
    return this.#range || this.#weeks.length > 0 || this.#days.length === 0 ? null : this.#days;
  }

  #openRange(): boolean {
    const possible = !this.#range && this.#weeks.length === 0 && this.#days.at(-1)?.week === null;
    this.#range = true;
    return possible;
  }

  #add(weekday: number): boolean {
    if (this.#range && this.#weeks.length > 0) return false;
    if (this.#range) this.#addUpTo(weekday);
    else if (this.#weeks.length > 0) this.#days.push(...this.#weeks.map((week) => ({ weekday, week })));
    else this.#days.push({ weekday, week: null });
    this.#weeks = [];
    this.#range = false;
    return true;
  }

  /** The days after the last one, around the end of the week where need be. */
  #addUpTo(weekday: number): void {
    let day = this.#days.at(-1)?.weekday ?? weekday;
    while (day !== weekday) {
      day = (day % 7) + 1;
      this.#days.push({ weekday: day, week: null });
    }
  }
}
