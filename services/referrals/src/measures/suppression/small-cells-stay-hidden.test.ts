import fc from "fast-check";

import { hiddenParts, isHiddenPart, isShownPart, smallestShown } from "./smallCells";

const parts = fc.array(fc.nat(60), { maxLength: 8 }).map((counts) => new Map(counts.map((count, n) => [n, count])));
const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);

test("no shown part is small, and the whole less the shown parts leaves nobody or enough", () => {
  fc.assert(
    fc.property(parts, (counts) => {
      const hidden = hiddenParts(counts);
      for (const [part, count] of counts) if (count < smallestShown) expect(hidden).toContain(part);
      const rest = sumOf([...counts].filter(([part]) => hidden.has(part)).map(([, count]) => count));
      const everythingHidden = hidden.size === counts.size;
      if (!everythingHidden) expect(rest === 0 || rest >= smallestShown).toBe(true);
    }),
  );
});

test("parts that are all large are all shown", () => {
  expect(hiddenParts(new Map([11, 12, 400].map((count, n) => [n, count])))).toEqual(new Set());
});

test("a part that is hidden for another's sake is hidden when it is asked for alone", () => {
  const agencies = new Map(Object.entries({ small: 3, next: 40, large: 90 }));
  expect(["small", "next", "large", "absent", null].map((asked) => isHiddenPart(agencies, asked))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(isHiddenPart(new Map([["only", 10]]), null)).toBe(true);
});

test.each([
  [10, 100, false],
  [11, 100, true],
  [95, 100, false],
  [100, 100, true],
])("%i of %i is shown: %p", (part, whole, shown) => {
  expect(isShownPart(part, whole)).toBe(shown);
});
