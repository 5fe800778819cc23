import { OutcomeComparator } from "./outcomeComparator";
import { earlierWindows, windowsAround, type WindowPlan } from "./outcomeWindows";
import { hasIncidentsIn, incidentsIn, type PersonHistory } from "./personHistory";

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

/** One person's incidents in the windows around an index day; of several index days, their weighted mean. */
export interface PersonCounts {
  readonly person: number;
  readonly before: number;
  readonly after: number;
  readonly weight: number;
}

/** One of the enrolled, with the day around which the incidents are counted. */
export interface EnrolledCounts extends PersonCounts {
  readonly index: number;
}

/** Those who are compared, and the index days of the enrolled on which there is anybody to compare. */
export interface Comparators {
  readonly people: readonly PersonCounts[];
  readonly indexDays: ReadonlySet<number>;
}

/** The enrolled, and who of the program's persons is not among them and why. */
export interface EnrolledCohort {
  readonly enrolled: readonly EnrolledCounts[];
  readonly immature: number;
  readonly belowThreshold: number;
}

/** Those enrolled whose windows are complete by the plan's last day and who are of the repeat group. */
export function enrolledCohort(histories: readonly PersonHistory[], plan: CohortPlan): EnrolledCohort {
  const enrolled: EnrolledCounts[] = [];
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
  enrolled: readonly EnrolledCounts[],
  histories: readonly PersonHistory[],
  plan: CohortPlan,
): Comparators {
  switch (plan.comparator) {
    case OutcomeComparator.NONE:
      return { people: [], indexDays: new Set() };
    case OutcomeComparator.OWN_EARLIER_TREND:
      return ownEarlier(enrolled, histories, plan);
    case OutcomeComparator.SAME_THRESHOLD_NOT_ENROLLED:
    case OutcomeComparator.NOT_YET_JOINED:
      return matched(enrolled, histories, plan);
  }
}

function ownEarlier(
  enrolled: readonly EnrolledCounts[],
  histories: readonly PersonHistory[],
  plan: CohortPlan,
): Comparators {
  const byPerson = new Map(histories.map((history) => [history.person, history]));
  const people = enrolled.flatMap(({ person, index }) => {
    const history = byPerson.get(person);
    if (!history) return [];
    const { before, after } = earlierWindows(index, plan);
    return [{ person, before: incidentsIn(history, before), after: incidentsIn(history, after), weight: 1 }];
  });
  return { people, indexDays: new Set(enrolled.map(({ index }) => index)) };
}

function matched(
  enrolled: readonly EnrolledCounts[],
  histories: readonly PersonHistory[],
  plan: CohortPlan,
): Comparators {
  const pool = histories.filter(({ referred, days }) => !referred && days.length >= plan.threshold);
  const sizes = new Map<number, number>();
  for (const { index } of enrolled) sizes.set(index, (sizes.get(index) ?? 0) + 1);
  const sums = new Map<number, { before: number; after: number; weight: number }>();
  const indexDays = new Set<number>();
  for (const [index, size] of sizes) {
    const found = comparatorsAt(index, pool, plan);
    if (found.length > 0) indexDays.add(index);
    const weight = size / found.length;
    for (const { person, before, after } of found) {
      const sum = sums.get(person) ?? { before: 0, after: 0, weight: 0 };
      sums.set(person, sum);
      sum.before += weight * before;
      sum.after += weight * after;
      sum.weight += weight;
    }
  }
  const people = [...sums].map(([person, { before, after, weight }]) => ({
    person,
    before: before / weight,
    after: after / weight,
    weight,
  }));
  return { people, indexDays };
}

/** The persons of the pool who meet the threshold on a pseudo-index day, and their counts around it. */
function comparatorsAt(
  index: number,
  pool: readonly PersonHistory[],
  plan: CohortPlan,
): readonly Omit<PersonCounts, "weight">[] {
  const { selection, before, after } = windowsAround(index, plan);
  const notYetJoined = plan.comparator === OutcomeComparator.NOT_YET_JOINED;
  const counts = notYetJoined
    ? (agencyId: string): boolean => (plan.joinedOn.get(agencyId) ?? -Infinity) > after.to
    : undefined;
  const meets = (history: PersonHistory): boolean =>
    hasIncidentsIn(history, selection, { least: plan.threshold, counts }) &&
    (notYetJoined || plan.agencyId === null || incidentsIn(history, selection, (id) => id === plan.agencyId) > 0);
  return pool.filter(meets).map((history) => ({
    person: history.person,
    before: incidentsIn(history, before, counts),
    after: incidentsIn(history, after, counts),
  }));
}
