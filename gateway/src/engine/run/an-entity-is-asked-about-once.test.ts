import { at, entitiesOf, fetchOf, planOf, sequence } from "../testing/planOf";
import type { PlainObject } from "../compile/plainObject";
import { Entities } from "./entities";

/** Collects the products at a path of the data. */
function collected(path: string, data: PlainObject, fields = "left"): Entities {
  const [, fetch] = planOf(sequence(fetchOf("shop", "{any}"), at(path, entitiesOf("stock", fields)))).fetches;
  if (!fetch?.represent) throw new Error("The plan asks about entities.");
  const entities = new Entities();
  entities.collect(fetch, fetch.represent, data);
  return entities;
}

const product = (upc: unknown, more: PlainObject = {}): PlainObject => ({ __typename: "Product", upc, ...more });

test("entities of one representation are one text", () => {
  const { texts } = collected("list.@", { list: [product("1"), product("2"), product("1")] });
  expect(texts).toEqual(['{"__typename":"Product","upc":"1"}', '{"__typename":"Product","upc":"2"}']);
});

test("where nothing else is known of alike entities, the first takes the place of the others", () => {
  const data = { list: [product("1"), product("1")] };
  const { targets } = collected("list.@", data);
  expect(data.list[1]).toBe(data.list[0]);
  expect(targets).toEqual([[data.list[0]]]);
});

test("alike entities of which more is known stay apart, and each gets the answer", () => {
  const data = { list: [product("1", { place: 1 }), product("1", { place: 2 }), product("1")] };
  const [first, second, third] = data.list;
  const { texts, targets } = collected("list.@", data);
  expect(texts).toHaveLength(1);
  expect(targets[0]?.map((each) => [first, second, third].indexOf(each as never))).toEqual([0, 1, 2]);
  expect(data.list).toEqual([product("1", { place: 1 }), product("1", { place: 2 }), product("1")]);
});

test("one object at several places is one target", () => {
  const shared = product("1", { place: 1 });
  expect(collected("list.@", { list: [shared, shared] }).targets).toEqual([[shared]]);
});

test("a key that is a number is not the text of it, nor the text of its representation", () => {
  const { texts } = collected("list.@", {
    list: [product(5), product("5"), product('{"__typename":"Product","upc":5}')],
  });
  expect(texts.map((each) => (JSON.parse(each) as PlainObject).upc)).toEqual([
    5,
    "5",
    '{"__typename":"Product","upc":5}',
  ]);
});

test("nulls, missing keys and other types are passed over; lists of lists are not", () => {
  const list = [[product("1")], null, [null, product(undefined), { __typename: "Film", upc: "9" }, product("2")]];
  expect(collected("list.@.@", { list }).texts).toEqual([
    '{"__typename":"Product","upc":"1"}',
    '{"__typename":"Product","upc":"2"}',
  ]);
  expect(collected("list.@", { list: null }).texts).toEqual([]);
  expect(collected("list.@", {}).texts).toEqual([]);
});

test("a path with conditions leads to entities of those types", () => {
  const list = [product("1"), { __typename: "Film", upc: "9" }];
  expect(collected("list.@|[Film]", { list }).texts).toEqual([]);
  expect(collected("list.@|[Product,Film]", { list }).texts).toHaveLength(1);
});
