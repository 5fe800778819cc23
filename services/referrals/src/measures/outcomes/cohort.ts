import { OutcomeComparator } from "./outcomeComparator";
import { earlierWindows, windowsAround, type WindowPlan } from "./outcomeWindows";
import { incidentsIn, type PersonHistory } from "./personHistory";

/** Whom a question about outcomes is about. */
export interface CohortPlan extends WindowPlan {
  /** How many incidents in the selection window make a person one of the repeat group. */
  readonly threshold: number;
  /** The last day on which a window may end. */
  readonly lastDay: number;
  /** Only residents of this agency; null for all. */
  readonly agencyId: string | null;
  /** The first day of each agency's membership. */
  readonly joinedOn: ReadonlyMap<string, number>;
}

/** One person's incidents in the windows around an index day. */
export interface PersonCounts {
  readonly person: number;
  readonly index: number;
  readonly before: number;
  readonly after: number;
  readonly weight: number;
}

/** The enrolled, and who of the program's persons is not among them and why. */
export interface EnrolledCohort {
  readonly enrolled: readonly PersonCounts[];
  readonly immature: number;
  readonly belowThreshold: number;
}

/** Those enrolled whose windows are complete by the plan's last day and who are of the repeat group. */
export function enrolledCohort(histories: readonly PersonHistory[], plan: CohortPlan): EnrolledCohort {
  const enrolled: PersonCounts[] = [];
  let [immature, belowThreshold] = [0, 0];
  for (const history of histories) {
    const { person, indexDay: index, indexAgency } = history;
    if (index === null || (plan.agencyId !== null && indexAgency !== plan.agencyId)) continue;
    const { selection, before, after } = windowsAround(index, plan);
    if (incidentsIn(history, selection) < plan.threshold) belowThreshold += 1;
    else if (after.to > plan.lastDay) immature += 1;
    else {
      const counts = { before: incidentsIn(history, before), after: incidentsIn(history, after) };
      enrolled.push({ person, index, ...counts, weight: 1 });
    }
  }
  return { enrolled, immature, belowThreshold };
}

/**
 * The comparators of an enrolled cohort. Nobody of them has an index day of their own: each is counted around every index
 * day of the enrolled on which it meets the same threshold in the same selection window (its pseudo-index days), and all
 * who meet it on a day weigh together as much as the enrolled of that day. So seasons and years weigh alike on both
 * sides, and nothing is drawn by lot.
 */
export function comparatorsOf(
  enrolled: readonly PersonCounts[],
  histories: readonly PersonHistory[],
  plan: CohortPlan,
): readonly PersonCounts[] {
  switch (plan.comparator) {
    case OutcomeComparator.NONE:
      return [];
    case OutcomeComparator.OWN_EARLIER_TREND:
      return ownEarlier(enrolled, histories, plan);
    case OutcomeComparator.SAME_THRESHOLD_NOT_ENROLLED:
    case OutcomeComparator.NOT_YET_JOINED:
      return matched(enrolled, histories, plan);
  }
}

function ownEarlier(
  enrolled: readonly PersonCounts[],
  histories: readonly PersonHistory[],
  plan: CohortPlan,
): readonly PersonCounts[] {
  const byPerson = new Map(histories.map((history) => [history.person, history]));
  return enrolled.flatMap(({ person, index }) => {
    const history = byPerson.get(person);
    if (!history) return [];
    const { before, after } = earlierWindows(index, plan);
    return [{ person, index, before: incidentsIn(history, before), after: incidentsIn(history, after), weight: 1 }];
  });
}

function matched(
  enrolled: readonly PersonCounts[],
  histories: readonly PersonHistory[],
  plan: CohortPlan,
): readonly PersonCounts[] {
  const pool = histories.filter(({ referred, days }) => !referred && days.length >= plan.threshold);
  const sizes = new Map<number, number>();
  for (const { index } of enrolled) sizes.set(index, (sizes.get(index) ?? 0) + 1);
  return [...sizes].flatMap(([index, size]) => {
    const found = pool.flatMap((history) => comparatorAt(history, index, plan) ?? []);
    return found.map((counts) => ({ ...counts, weight: size / found.length }));
  });
}

/** A person's counts around a pseudo-index day; null where the person does not meet the threshold then. */
function comparatorAt(history: PersonHistory, index: number, plan: CohortPlan): PersonCounts | null {
  const { selection, before, after } = windowsAround(index, plan);
  const counts =
    plan.comparator === OutcomeComparator.NOT_YET_JOINED
      ? (agencyId: string): boolean => (plan.joinedOn.get(agencyId) ?? -Infinity) > after.to
      : undefined;
  if (incidentsIn(history, selection, counts) < plan.threshold) return null;
  const ofAgency = plan.comparator === OutcomeComparator.SAME_THRESHOLD_NOT_ENROLLED ? plan.agencyId : null;
  if (ofAgency !== null && incidentsIn(history, selection, (agencyId) => agencyId === ofAgency) === 0) return null;
  return {
    person: history.person,
    index,
    before: incidentsIn(history, before, counts),
    after: incidentsIn(history, after, counts),
    weight: 1,
  };
}
