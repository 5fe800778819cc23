import fc from "fast-check";

import { wilsonInterval } from "./wilsonInterval";

/** Newcombe, R. G. (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, table I, method 3. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("%i of %i: Newcombe's %d to %d", (part, whole, low, high) => {
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
