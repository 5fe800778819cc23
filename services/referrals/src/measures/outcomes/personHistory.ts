import type { DayWindow } from "./outcomeWindows";

/** What is known of one person: distinct incidents as subject, by rising day, and how the program met them. */
export interface PersonHistory {
  /** A number that tells persons apart and says nothing else. */
  readonly person: number;
  readonly days: readonly number[];
  /** Numbers that tell incidents apart, beside `days`. */
  readonly incidents: readonly number[];
  /** The agency of each incident, beside `days`. */
  readonly agencies: readonly string[];
  /** The day of the first contact, or referral, by which the person is enrolled; null for whoever is not. */
  readonly indexDay: number | null;
  /** The agency whose referral that was. */
  readonly indexAgency: string | null;
  /** Whether the program has any referral of the person. */
  readonly referred: boolean;
}

/** Where in rising days those begin that are not before a day. */
function positionOf(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many incidents a person had in a window; of `counts`' agencies only, where it is given. */
export function incidentsIn(
  { days, agencies }: PersonHistory,
  { from, to }: DayWindow,
  counts?: (agencyId: string) => boolean,
): number {
  const [start, end] = [positionOf(days, from), positionOf(days, to + 1)];
  if (!counts) return end - start;
  let counted = 0;
  for (let n = start; n < end; n += 1) if (counts(agencies[n] ?? "")) counted += 1;
  return counted;
}

/** Whether a person had at least so many incidents in a window: asked of everybody, so it counts no further than it must. */
export function hasIncidentsIn(
  history: PersonHistory,
  window: DayWindow,
  { least, counts }: { readonly least: number; readonly counts?: ((agencyId: string) => boolean) | undefined },
): boolean {
  const { days } = history;
  if (days.length < least || (days.at(-1) ?? -Infinity) < window.from || (days[0] ?? Infinity) > window.to)
    return false;
  const last = days[positionOf(days, window.from) + least - 1];
  return last !== undefined && last <= window.to && (!counts || incidentsIn(history, window, counts) >= least);
}
