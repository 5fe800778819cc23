import { latticeOf } from "../testing/planOf";
import type { PlainObject } from "../compile/plainObject";
import { mergeInto } from "./mergeInto";

const types = latticeOf("interface Item { upc: ID } type Product implements Item { upc: ID }");

function merged(target: PlainObject, ...sources: PlainObject[]): PlainObject {
  for (const source of sources) mergeInto(target, source, types);
  return target;
}

test("what the data does not hold is taken over as it is", () => {
  const maker = { name: "A" };
  expect(merged({}, { maker }).maker).toBe(maker);
});

test("objects and lists of objects are merged field by field", () => {
  const data = merged(
    { list: [{ id: 1, inner: { a: 1 } }, { id: 2 }] },
    { list: [{ name: "A", inner: { b: 2 } }, { name: "B" }] },
  );
  expect(data).toEqual({
    list: [
      { id: 1, name: "A", inner: { a: 1, b: 2 } },
      { id: 2, name: "B" },
    ],
  });
});

test("a list of another length takes the place of the one before", () => {
  expect(merged({ list: [{ id: 1 }] }, { list: [] })).toEqual({ list: [] });
});

test("a concrete type that is known stays, and an interface's name gives way to it", () => {
  expect(merged({ __typename: "Product" }, { __typename: "Item" })).toEqual({ __typename: "Product" });
  expect(merged({ __typename: "Item" }, { __typename: "Product" })).toEqual({ __typename: "Product" });
});

test("an object that a slice shares and froze is not changed", () => {
  const shared = Object.freeze({ any: 1 });
  expect(merged({ scalar: shared }, { scalar: { any: 2 } })).toEqual({ scalar: { any: 2 } });
  expect(shared).toEqual({ any: 1 });
});

test("names that every object has are data like others, and reach no prototype", () => {
  const source = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"name":"A"}}') as PlainObject;
  const data = merged({}, source, source);
  expect(Object.keys(data)).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  expect(({} as PlainObject)["polluted"]).toBeUndefined();
  expect(data.constructor).toEqual({ name: "A" });
});
