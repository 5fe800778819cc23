import fc from "fast-check";

import { rateContrast, type Arm, type Contribution } from "./rateContrast";
import { weightedMedian } from "./weightedMedian";

/** Persons at equal risk, of whom the first have one event each, as in a cohort study of a rare disease. */
const cohort = (events: number, days: number, firstPerson: number): readonly Contribution[] =>
  Array.from({ length: 50_000 }, (_, n) => ({
    person: firstPerson + n,
    events: n < events ? 1 : 0,
    days: days / 50_000,
  }));

test("a rate ratio and its interval are those of the published example", () => {
  // Breast cancer after fluoroscopy: 41 cases in 28,010 woman-years, 15 in 19,017 without (Boice and Monson 1977), the
  // example of K. J. Rothman, Epidemiology: An Introduction, table 4-6; SD(ln RR) = sqrt(1/41 + 1/15).
  const estimate = rateContrast([
    { sign: 1, contributions: cohort(41, 28_010, 0) },
    { sign: -1, contributions: cohort(15, 19_017, 50_000) },
  ]);
  expect(estimate?.ratio).toBeCloseTo(1.86, 2);
  expect(estimate?.low).toBeCloseTo(1.86 * Math.exp(-1.96 * Math.sqrt(1 / 41 + 1 / 15)), 2);
  expect(estimate?.high).toBeCloseTo(3.35, 2);
});

const people = (size: { readonly min: number; readonly offset: number }) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 400 })), {
      minLength: size.min,
      maxLength: 30,
    })
    .map((rows) => rows.map(([events, days], n): Contribution => ({ person: size.offset + n, events, days })));
const armsOf = fc.tuple(people({ min: 2, offset: 0 }), people({ min: 2, offset: 100 }));
const contrast = (above: readonly Contribution[], below: readonly Contribution[]) =>
  rateContrast([
    { sign: 1, contributions: above },
    { sign: -1, contributions: below },
  ] satisfies readonly Arm[]);

test("an interval holds its ratio, and turning the ratio over turns the interval over", () => {
  fc.assert(
    fc.property(armsOf, ([above, below]) => {
      const straight = contrast(above, below);
      const turned = contrast(below, above);
      if (!straight || !turned) throw new Error("both arms have persons");
      expect(straight.low).toBeLessThanOrEqual(straight.ratio);
      expect(straight.ratio).toBeLessThanOrEqual(straight.high);
      expect(straight.ratio * turned.ratio).toBeCloseTo(1, 8);
      expect(Math.log(straight.low) + Math.log(turned.high)).toBeCloseTo(0, 8);
    }),
  );
});

test("the order of persons, and another unit of time, change nothing of a ratio", () => {
  fc.assert(
    fc.property(armsOf, ([above, below]) => {
      const hours = (rows: readonly Contribution[]) => rows.map((row) => ({ ...row, days: row.days * 24 }));
      const straight = contrast(above, below);
      const other = contrast(hours([...above].reverse()), hours([...below].reverse()));
      expect(other?.ratio).toBeCloseTo(straight?.ratio ?? NaN, 8);
      expect(Math.log(other?.high ?? NaN)).toBeCloseTo(Math.log(straight?.high ?? NaN), 8);
    }),
  );
});

test("the same calls by fewer persons widen the interval, the ratio staying", () => {
  const spread = Array.from({ length: 40 }, (_, person) => ({ person, events: 3, days: 182 }));
  const bunched = Array.from({ length: 40 }, (_, person) => ({ person, events: person % 8 === 0 ? 24 : 0, days: 182 }));
  const others = Array.from({ length: 40 }, (_, n) => ({ person: 100 + n, events: n % 3, days: 182 }));
  const [even, uneven] = [contrast(spread, others), contrast(bunched, others)];
  expect(uneven?.ratio).toBeCloseTo(even?.ratio ?? NaN, 10);
  expect((uneven?.high ?? 0) / (uneven?.low ?? 1)).toBeGreaterThan(1.5 * ((even?.high ?? 0) / (even?.low ?? 1)));
});

test("persons who are their own comparison leave only their own change", () => {
  const rows = Array.from({ length: 20 }, (_, person) => ({ person, events: 1 + person, days: 182 }));
  const halved = rows.map((row) => ({ ...row, events: row.events / 2 }));
  const estimate = contrast(halved, rows);
  expect(estimate?.ratio).toBeCloseTo(0.5, 10);
  expect(estimate?.low).toBeCloseTo(0.5, 6);
  expect(estimate?.high).toBeCloseTo(0.5, 6);
});

test("an arm without an event has a wide interval, and one without persons none", () => {
  const rows = Array.from({ length: 20 }, (_, person) => ({ person, events: 4, days: 182 }));
  const none = rows.map((row) => ({ ...row, person: row.person + 100, events: 0 }));
  const estimate = contrast(none, rows);
  expect(estimate?.ratio).toBeCloseTo(0.5 / 80.5, 10);
  expect((estimate?.high ?? 0) / (estimate?.low ?? 1)).toBeGreaterThan(100);
  expect(contrast(rows, [])).toBeNull();
});

test("half of the weight lies on either side of a median", () => {
  const equal = (values: readonly number[]) => values.map((value) => ({ value, weight: 1 }));
  expect(weightedMedian(equal([5, 1, 9]))).toBe(5);
  expect(weightedMedian(equal([5, 1, 9, 7]))).toBe(6);
  expect(weightedMedian([{ value: 1, weight: 5 }, ...equal([7, 8, 9])])).toBe(1);
  expect(weightedMedian([])).toBeNull();
});
