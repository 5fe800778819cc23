import { flattenPath, positionOf } from "./flattenPath";

test("names and items of lists are steps", () => {
  expect(flattenPath(["products", "@", "maker"])).toEqual([
    { key: "products", types: null },
    { key: null, types: null },
    { key: "maker", types: null },
  ]);
});

test("a condition belongs to the step before it, for whichever types it names", () => {
  expect(flattenPath(["items", "@|[Book,Film]", "maker|[Person]"])).toEqual([
    { key: "items", types: null },
    { key: null, types: new Set(["Book", "Film"]) },
    { key: "maker", types: new Set(["Person"]) },
  ]);
});

test("a condition on the root is a step that goes nowhere", () => {
  expect(flattenPath(["|[Query]", "items"])).toEqual([
    { key: "", types: new Set(["Query"]) },
    { key: "items", types: null },
  ]);
});

test("paths to one place have one position, whatever their conditions", () => {
  const position = positionOf(flattenPath(["items", "@|[Book]", "maker"]));
  expect(position).toBe("items.@.maker");
  expect(position).toBe(positionOf(flattenPath(["items", "@|[Film]", "maker"])));
});
