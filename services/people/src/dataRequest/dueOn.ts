import { DataRequestKind } from "./dataRequestKind";

const day = 86_400_000;

const at = (text: string): Date => new Date(`${text}T00:00:00Z`);

const textOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The n-th day of a week (0 is Sunday) in a month (0 is January); from the end where `n` is -1. */
function nth(year: number, month: number, { weekday, n }: { readonly weekday: number; readonly n: number }): string {
  if (n > 0) {
    const first = new Date(Date.UTC(year, month, 1));
    return textOf(new Date(Date.UTC(year, month, 1 + ((weekday - first.getUTCDay() + 7) % 7) + (n - 1) * 7)));
  }
  const last = new Date(Date.UTC(year, month + 1, 0));
  return textOf(new Date(last.getTime() - ((last.getUTCDay() - weekday + 7) % 7) * day));
}

/** A holiday of a fixed date, kept on Friday where it falls on a Saturday and on Monday where on a Sunday. */
function kept(date: string): string {
  const weekday = at(date).getUTCDay();
  return textOf(new Date(at(date).getTime() + (weekday === 6 ? -day : weekday === 0 ? day : 0)));
}

/** The legal holidays of a year, as they are kept (Minn. Stat. 645.44, subd. 5). */
export function legalHolidays(year: number): readonly string[] {
  return [
    ...["01-01", "06-19", "07-04", "11-11", "12-25"].map((date) => kept(`${String(year)}-${date}`)),
    nth(year, 0, { weekday: 1, n: 3 }),
    nth(year, 1, { weekday: 1, n: 3 }),
    nth(year, 4, { weekday: 1, n: -1 }),
    nth(year, 8, { weekday: 1, n: 1 }),
    nth(year, 9, { weekday: 1, n: 2 }),
    nth(year, 10, { weekday: 4, n: 4 }),
    kept(`${String(year + 1)}-01-01`),
  ];
}

/** Tells whether a day is neither on a weekend nor a legal holiday. */
export function isBusinessDay(date: string): boolean {
  const weekday = at(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !legalHolidays(Number(date.slice(0, 4))).includes(date);
}

const businessDays = 10;
const determinationDays = 30;

/**
 * By when a request must be answered. Access: within 10 business days of the day on which it came (Minn. Stat. 13.04,
 * subd. 3; at once where that is possible). A challenge of accuracy: within 30 days (subd. 4).
 */
export function dueOn(kind: DataRequestKind, receivedOn: string): string {
  let date = at(receivedOn);
  if (kind === DataRequestKind.CORRECTION) return textOf(new Date(date.getTime() + determinationDays * day));
  for (let left = businessDays; left > 0;) {
    date = new Date(date.getTime() + day);
    if (isBusinessDay(textOf(date))) left -= 1;
  }
  return textOf(date);
}
