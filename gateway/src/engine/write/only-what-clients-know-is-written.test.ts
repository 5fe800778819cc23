import { buildSchema } from "graphql";

import { answerOf, shapeOf } from "../testing/answerOf";

const schema = buildSchema(`
  type Query { item: Item items: [Item!] odd: Odd big: Big color: Color id: ID }
  interface Item { name: String }
  type Book implements Item { name: String pages: Int next: Book }
  type Film implements Item { name: String minutes: Int }
  type Odd { constructor: String toString: Int hasOwnProperty: Boolean }
  scalar Big
  enum Color { RED }
`);

const read = (query: string, data: unknown, repeated?: readonly string[]) =>
  answerOf(shapeOf(schema, query, repeated), data);

test("fields stand in the client's order and under its names, without what was fetched beside them", () => {
  const item = { pages: 3, upc: "1", first: "A", __typename: "Book" };
  const { text } = read("{ item { ... on Book { pages } first: name kind: __typename } }", { item });
  expect(text).toBe('{"data":{"item":{"pages":3,"first":"A","kind":"Book"}}}');
});

test("an object of a type that clients do not know is none", () => {
  const { data, wrong } = read("{ item { name } }", { item: { __typename: "Secret", name: "A" } });
  expect(data).toEqual({ item: null });
  expect(wrong).toMatchObject([{ path: ["item"], extensions: { code: "INVALID_SLICE_ANSWER" } }]);
});

test("in a list that may hold no null, such an object takes the list with it", () => {
  const items = [{ __typename: "Film", name: "A" }, { __typename: "Secret" }];
  expect(read("{ items { name } }", { items })).toMatchObject({
    data: { items: null },
    wrong: [{ path: ["items", 1] }],
  });
});

test("a type that is no type of the place is none there", () => {
  expect(read("{ item { name } }", { item: { __typename: "Odd" } }).data).toEqual({ item: null });
});

test("an error tells nothing of the value that was wrong", () => {
  const { wrong } = read("{ item { ... on Book { pages } } }", { item: { __typename: "Book", pages: "Testperson" } });
  expect(JSON.stringify(wrong)).not.toContain("Testperson");
});

test("names that every object has are read from the answer alone", () => {
  const query = "{ odd { constructor toString hasOwnProperty } }";
  expect(read(query, { odd: {} }).data).toEqual({ odd: { constructor: null, toString: null, hasOwnProperty: null } });
  const odd = { constructor: "a", toString: 1, hasOwnProperty: true };
  expect(read(query, { odd }).data).toEqual({ odd });
});

test("an alias may be __proto__", () => {
  const data = JSON.parse('{"item":{"__typename":"Book","__proto__":"A"}}') as unknown;
  expect(read("{ item { __proto__: name } }", data).text).toBe('{"data":{"item":{"__proto__":"A"}}}');
  expect(read("{ item { __proto__: name } }", { item: { __typename: "Book" } }).text).toBe(
    '{"data":{"item":{"__proto__":null}}}',
  );
});

test("an enum has the values that clients know, and a scalar of its own any", () => {
  expect(read("{ color big }", { color: "RED", big: { any: [1, "x"] } }).data).toEqual({
    color: "RED",
    big: { any: [1, "x"] },
  });
  expect(read("{ color }", { color: "HIDDEN" })).toMatchObject({ data: { color: null }, wrong: [{ path: ["color"] }] });
});

test("an object at several places is written whole at each", () => {
  const item = { __typename: "Book", name: "A" };
  expect(read("{ items { name } }", { items: [item, item] }, ["items.@"]).data).toEqual({
    items: [{ name: "A" }, { name: "A" }],
  });
});

test("an object that lacks something has its error at each of its places", () => {
  const item = { __typename: "Book", pages: "many" };
  const { wrong } = read("{ items { ... on Book { pages } } }", { items: [item, item] }, ["items.@"]);
  expect(wrong.map(({ path }) => path)).toEqual([
    ["items", 0, "pages"],
    ["items", 1, "pages"],
  ]);
});

test("an answer that cannot be written leaves nothing to the next one", () => {
  expect(() => read("{ item { name } big }", { item: { __typename: "Book", name: "Testperson" }, big: 1n })).toThrow(
    TypeError,
  );
  expect(read("{ color }", { color: "RED" }).text).toBe('{"data":{"color":"RED"}}');
});

test("a value of a slice's own scalar that no text can be made of is none", () => {
  const big = JSON.parse("[".repeat(200_000) + "]".repeat(200_000)) as unknown;
  const { data, wrong } = read("{ big id }", { big, id: "1" });
  expect(data).toEqual({ big: null, id: "1" });
  expect(wrong).toMatchObject([{ path: ["big"] }]);
});

test("a number for an ID is the text of it", () => {
  expect(read("{ id }", { id: 7 }).text).toBe('{"data":{"id":"7"}}');
  expect(read("{ id }", { id: 7.5 })).toMatchObject({ data: { id: null }, wrong: [{ path: ["id"] }] });
});
