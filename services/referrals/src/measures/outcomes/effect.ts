import { rateContrast, type Contribution, type RateEstimate } from "../statistics/rateContrast";
import { weightedMedian } from "../statistics/weightedMedian";
import type { Comparators, EnrolledCounts, PersonCounts } from "./cohort";
import { OutcomeCaution } from "./outcomeCaution";
import { OutcomeComparator } from "./outcomeComparator";
import type { WindowPlan } from "./outcomeWindows";

/** A group's incidents in the windows before and after; rates and medians per 30 person-days. */
export interface GroupFigures {
  readonly persons: number;
  readonly rateBefore: number;
  readonly rateAfter: number;
  readonly medianBefore: number;
  readonly medianAfter: number;
}

/** What two groups' counts say. */
export interface OutcomeEffect {
  readonly enrolled: GroupFigures | null;
  readonly comparators: GroupFigures | null;
  /** After by before of the enrolled alone: no effect. */
  readonly naive: RateEstimate | null;
  /** The same divided by the comparators' (difference-in-differences), of the enrolled who have comparators. */
  readonly adjusted: RateEstimate | null;
  /** The enrolled who have no comparator on their index day. */
  readonly unmatched: number;
  readonly caution: OutcomeCaution | null;
}

/** The effect that the counts of enrolled and comparators show, in windows as planned. */
export function effectOf(
  enrolled: readonly EnrolledCounts[],
  { people: comparators, indexDays }: Comparators,
  { windowDays, comparator }: WindowPlan,
): OutcomeEffect {
  const withComparators = enrolled.filter(({ index }) => indexDays.has(index));
  const arm = (group: readonly PersonCounts[], window: "before" | "after"): readonly Contribution[] =>
    group.map(({ person, weight, ...counts }) => ({ person, weight, events: counts[window], days: windowDays }));
  const before = { enrolled: arm(withComparators, "before"), comparators: arm(comparators, "before") };
  return {
    enrolled: figuresOf(enrolled, windowDays),
    comparators: figuresOf(comparators, windowDays),
    naive: rateContrast([
      { sign: 1, contributions: arm(enrolled, "after") },
      { sign: -1, contributions: arm(enrolled, "before") },
    ]),
    adjusted: rateContrast([
      { sign: 1, contributions: arm(withComparators, "after") },
      { sign: -1, contributions: before.enrolled },
      { sign: -1, contributions: arm(comparators, "after") },
      { sign: 1, contributions: before.comparators },
    ]),
    unmatched: comparators.length === 0 ? 0 : enrolled.length - withComparators.length,
    caution:
      comparators.length === 0
        ? OutcomeCaution.REGRESSION_TO_MEAN
        : comparator === OutcomeComparator.OWN_EARLIER_TREND
          ? null
          : baselineCaution(before),
  };
}

/** By how much, as a ratio of rates, groups may differ at the start before a reader is warned. */
const tolerated = 1.25;

/** The caution that groups differ at the start: where the ratio of their rates before is out of tolerance, beyond chance. */
function baselineCaution(before: {
  readonly enrolled: readonly Contribution[];
  readonly comparators: readonly Contribution[];
}): OutcomeCaution | null {
  const ratio = rateContrast([
    { sign: 1, contributions: before.enrolled },
    { sign: -1, contributions: before.comparators },
  ]);
  return ratio && (ratio.low > tolerated || ratio.high < 1 / tolerated) ? OutcomeCaution.BASELINE_DIFFERS : null;
}

function figuresOf(group: readonly PersonCounts[], windowDays: number): GroupFigures | null {
  if (group.length === 0) return null;
  const per30Days = 30 / windowDays;
  const weight = group.reduce((sum, one) => sum + one.weight, 0);
  const rate = (window: "before" | "after"): number =>
    (per30Days * group.reduce((sum, one) => sum + one.weight * one[window], 0)) / weight;
  const median = (window: "before" | "after"): number =>
    per30Days * (weightedMedian(group.map((one) => ({ value: one[window], weight: one.weight }))) ?? 0);
  return {
    persons: group.length,
    rateBefore: rate("before"),
    rateAfter: rate("after"),
    medianBefore: median("before"),
    medianAfter: median("after"),
  };
}
