import fc from "fast-check";

import { wilsonInterval } from "./wilsonInterval";

/** Newcombe, R. G. (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, table I, method 3. */
test.each([
  { part: 81, whole: 263, low: 0.2553, high: 0.3662 },
  { part: 15, whole: 148, low: 0.0624, high: 0.1605 },
  { part: 0, whole: 20, low: 0, high: 0.1611 },
  { part: 1, whole: 29, low: 0.0061, high: 0.1718 },
])("$part of $whole: $low to $high, as published", ({ part, whole, low, high }) => {
  const interval = wilsonInterval(part, whole);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

test("no cases have no interval", () => {
  expect(wilsonInterval(0, 0)).toBeNull();
});

const cases = fc
  .integer({ min: 1, max: 100_000 })
  .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));

test("an interval holds its share, stays within 0 and 1, mirrors its complement, and narrows with more cases", () => {
  fc.assert(
    fc.property(cases, ([part, whole]) => {
      const { low, high } = wilsonInterval(part, whole) ?? { low: NaN, high: NaN };
      const mirrored = wilsonInterval(whole - part, whole);
      const wider = wilsonInterval(part * 4, whole * 4);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(part / whole).toBeGreaterThanOrEqual(low);
      expect(part / whole).toBeLessThanOrEqual(high);
      expect(mirrored?.low).toBeCloseTo(1 - high, 10);
      expect((wider?.high ?? 1) - (wider?.low ?? 0)).toBeLessThan(high - low);
    }),
  );
});
