import { BirthDatePrecision, type BirthDate } from "./birthDate.type";

const earliest = "1890-01-01";

/** Today in UTC, `YYYY-MM-DD`. Every zone of the program is behind it, so nobody's today is in its future. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The rule that a birth date breaks, or null. A year before 1890 is a slip of the keyboard: nobody alive is that old. */
export function brokenBirthDateRule(date: string): string | null {
  if (date > today()) return `A birth date is not in the future, but got: ${date}.`;
  if (date < earliest) return `A birth date is not before ${earliest}, but got: ${date}.`;
  return null;
}

/** The date as stored: what is not known is 1, so that equal knowledge is equal data. */
export function asFarAsKnown({ date, precision }: BirthDate): BirthDate {
  switch (precision) {
    case BirthDatePrecision.DAY:
      return { date, precision };
    case BirthDatePrecision.MONTH:
      return { date: `${date.slice(0, 7)}-01`, precision };
    case BirthDatePrecision.YEAR:
    case BirthDatePrecision.ESTIMATED_AGE:
      return { date: `${date.slice(0, 4)}-01-01`, precision };
  }
}

/** Whole years from a birth date to a day. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
