import { flattenPath } from "../compile/flattenPath";
import { entityPaths } from "./entityPaths";

const found = (root: Record<string, unknown>, path: string, ...targets: object[]) =>
  entityPaths(root, flattenPath(path.split(".")), new Set(targets));

test("each place of an object is found, by names and indexes", () => {
  const shared = { upc: "1" };
  const other = { upc: "1" };
  const root = { list: [{ best: [shared, other] }, null, { best: [shared] }], best: shared };
  const inList = [
    ["list", 0, "best", 0],
    ["list", 2, "best", 0],
  ];
  expect(found(root, "list.@.best.@", shared)).toEqual(new Map([[shared, inList]]));
  expect(found(root, "list.@.best.@", other, shared)).toEqual(
    new Map([
      [shared, inList],
      [other, [["list", 0, "best", 1]]],
    ]),
  );
  expect(found(root, "best", shared, other)).toEqual(new Map([[shared, [["best"]]]]));
});

test("what stands at another path is not found", () => {
  const shared = { upc: "1" };
  expect(found({ list: [shared], best: shared }, "other", shared)).toEqual(new Map());
});

test("no more than a thousand places are told", () => {
  const shared = { upc: "1" };
  const paths = found({ list: Array.from({ length: 1_500 }, () => shared) }, "list.@", shared).get(shared);
  expect(paths).toHaveLength(1_000);
});
