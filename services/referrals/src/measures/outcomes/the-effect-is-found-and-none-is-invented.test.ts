import { randomOf, simulateCallers, type CallerKind } from "../../testing/callers";
import { comparatorsOf, enrolledCohort, type CohortPlan } from "./cohort";
import { effectOf, type OutcomeEffect } from "./effect";
import { OutcomeCaution } from "./outcomeCaution";
import { OutcomeComparator } from "./outcomeComparator";
import { incidentsIn } from "./personHistory";

const plan = (comparator: OutcomeComparator): CohortPlan => ({
  windowDays: 182,
  washOutDays: 0,
  comparator,
  threshold: 4,
  lastDay: 1_500,
  agencyId: null,
  joinedOn: new Map(),
});
const { SAME_THRESHOLD_NOT_ENROLLED, OWN_EARLIER_TREND, NONE } = OutcomeComparator;
const kinds: readonly CallerKind[] = ["STABLE", "EPISODIC"];
const seeds = [1, 2, 3, 4, 5];

/** The program has capacity for every second caller, and looks at each once, in one of twelve months. */
const byCapacity = (caller: number, calls: (from: number, to: number) => number): number | null => {
  const index = 600 + (Math.floor(caller / 2) % 12) * 30;
  return caller % 2 === 0 && calls(index - 364, index - 183) >= 4 ? index : null;
};

/** The program takes whoever has called much of late, where there is capacity. */
const byRecentCalls = (caller: number, calls: (from: number, to: number) => number): number | null => {
  const index = 600 + (Math.floor(caller / 2) % 12) * 30;
  return caller % 2 === 0 && calls(index - 364, index - 183) >= 4 && calls(index - 60, index - 1) >= 3 ? index : null;
};

/** As by capacity, decided one window earlier. */
const byEarlierCalls = (caller: number, calls: (from: number, to: number) => number): number | null => {
  const index = 600 + (Math.floor(caller / 2) % 12) * 30;
  return caller % 2 === 0 && calls(index - 546, index - 365) >= 4 ? index : null;
};

function measured(kind: CallerKind, comparator: OutcomeComparator, asked: object): OutcomeEffect {
  const histories = simulateCallers({ seed: 1, kind, callers: 4_000, indexOf: byCapacity, ...asked });
  const { enrolled } = enrolledCohort(histories, plan(comparator));
  return effectOf(enrolled, comparatorsOf(enrolled, histories, plan(comparator)), plan(comparator));
}

test.each([
  ["STABLE", 0.15],
  ["EPISODIC", 0.8],
] as const)("the 25 top %s callers of six months fall though nobody helps, and the answer says why", (kind, fall) => {
  for (const seed of seeds) {
    const top = simulateCallers({ seed, kind, callers: 600 })
      .map((history) => ({
        person: history.person,
        index: 800,
        before: incidentsIn(history, { from: 618, to: 799 }),
        after: incidentsIn(history, { from: 801, to: 982 }),
        weight: 1,
      }))
      .sort((a, b) => b.before - a.before || a.person - b.person)
      .slice(0, 25);
    const { naive, adjusted, caution } = effectOf(top, { people: [], indexDays: new Set() }, plan(NONE));
    expect(naive?.ratio).toBeLessThan(1 - fall);
    expect([adjusted, caution]).toEqual([null, OutcomeCaution.REGRESSION_TO_MEAN]);
  }
});

test("episodic callers fall even after a selection window of their own, and without a comparator it is flagged", () => {
  const { naive, caution } = measured("EPISODIC", NONE, {});
  expect(naive?.high).toBeLessThan(0.75);
  expect(caution).toBe(OutcomeCaution.REGRESSION_TO_MEAN);
});

test.each(kinds)("without any intervention the adjusted change of %s callers is near none", (kind) => {
  const effects = seeds.map((seed) => measured(kind, SAME_THRESHOLD_NOT_ENROLLED, { seed }));
  const covered = effects.filter(({ adjusted }) => adjusted && adjusted.low <= 1 && adjusted.high >= 1);
  expect(covered.length).toBeGreaterThanOrEqual(4);
  const mean = effects.reduce((sum, { adjusted }) => sum + Math.log(adjusted?.ratio ?? NaN), 0) / effects.length;
  expect(Math.abs(mean)).toBeLessThan(0.15);
  expect(effects.map(({ caution }) => caution)).toEqual(seeds.map(() => null));
});

test.each(kinds)("calls that are halved by help are found to be halved, for %s callers", (kind) => {
  const effects = seeds.map((seed) => measured(kind, SAME_THRESHOLD_NOT_ENROLLED, { seed, effect: 0.5 }));
  for (const { adjusted } of effects) expect(adjusted?.high).toBeLessThan(1);
  const covered = effects.filter(({ adjusted }) => adjusted && adjusted.low <= 0.5 && adjusted.high >= 0.5);
  expect(covered.length).toBeGreaterThanOrEqual(4);
  const mean = effects.reduce((sum, { adjusted }) => sum + Math.log(adjusted?.ratio ?? NaN), 0) / effects.length;
  expect(Math.exp(mean)).toBeGreaterThan(0.43);
  expect(Math.exp(mean)).toBeLessThan(0.57);
});

test("stable callers' own earlier trend finds the effect too, and none where there is none", () => {
  expect(measured("STABLE", OWN_EARLIER_TREND, { effect: 0.5, indexOf: byEarlierCalls }).adjusted?.high).toBeLessThan(
    0.8,
  );
  const { adjusted } = measured("STABLE", OWN_EARLIER_TREND, { indexOf: byEarlierCalls });
  expect(adjusted?.low).toBeLessThan(1);
  expect(adjusted?.high).toBeGreaterThan(1);
});

test("where the program takes those in a recent crisis, the groups differ at the start, and the answer says so", () => {
  for (const seed of seeds) {
    const { caution } = measured("EPISODIC", SAME_THRESHOLD_NOT_ENROLLED, { seed, indexOf: byRecentCalls });
    expect(caution).toBe(OutcomeCaution.BASELINE_DIFFERS);
  }
});

test("a simulation is the same in every run", () => {
  const drawn = (): number => randomOf(42)();
  expect(drawn()).toBe(drawn());
});
