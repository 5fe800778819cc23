import { OutcomeComparator } from "./outcomeComparator";

/** How windows lie around an index day, which belongs to none of them. Days are whole numbers. */
export interface WindowPlan {
  readonly windowDays: number;
  readonly washOutDays: number;
  readonly comparator: OutcomeComparator;
}

/** A window's first and last day. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

/** The windows of one index day. */
export interface OutcomeWindows {
  readonly selection: DayWindow;
  readonly before: DayWindow;
  readonly after: DayWindow;
}

/**
 * The baseline is the `windowDays` before the index day, the window after it begins when the wash-out is over and is as
 * long. The selection window, by which a person is of the repeat group, ends where the baseline begins: chosen and
 * compared by the same days, everybody would seem to get better. For its own earlier trend a group needs the window
 * before the baseline to compare, so its selection lies one window earlier.
 */
export function windowsAround(index: number, { windowDays, washOutDays, comparator }: WindowPlan): OutcomeWindows {
  const selectionEnd = index - windowDays * (comparator === OutcomeComparator.OWN_EARLIER_TREND ? 2 : 1) - 1;
  return {
    selection: { from: selectionEnd - windowDays + 1, to: selectionEnd },
    before: { from: index - windowDays, to: index - 1 },
    after: { from: index + washOutDays + 1, to: index + washOutDays + windowDays },
  };
}

/** The windows of the enrolled's own earlier trend: the one before the baseline, and the baseline. */
export function earlierWindows(index: number, { windowDays }: WindowPlan): Pick<OutcomeWindows, "before" | "after"> {
  return {
    before: { from: index - 2 * windowDays, to: index - windowDays - 1 },
    after: { from: index - windowDays, to: index - 1 },
  };
}
