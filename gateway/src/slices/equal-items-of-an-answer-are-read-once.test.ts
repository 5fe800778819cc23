import { array, assert, boolean, constantFrom, dictionary, jsonValue, property, string } from "fast-check";

import { equalItems } from "./equalItems";
import { readAnswer } from "./readAnswer";

const read = (body: Buffer) => readAnswer({ status: 200, body }, true);

const long = "x".repeat(3_000);
const bodyOf = (items: readonly unknown[], more: object = {}): Buffer =>
  Buffer.from(JSON.stringify({ data: { _entities: items, ...more } }));

test("items that are the same bytes are one value", () => {
  const items = [{ a: [long] }, { a: [long] }, { b: '}"' }, { a: [long] }];
  const { data } = read(bodyOf(items)) as { data: { _entities: readonly unknown[] } };
  expect(data._entities).toEqual(items);
  expect(data._entities[0]).toBe(data._entities[1]);
  expect(data._entities[3]).toBe(data._entities[0]);
});

test("nothing is shared unless it may be", () => {
  const { data } = readAnswer({ status: 200, body: bodyOf([{ a: long }, { a: long }]) }) as {
    data: { _entities: readonly unknown[] };
  };
  expect(data._entities[0]).not.toBe(data._entities[1]);
});

test("many unlike items are not looked through", () => {
  expect(equalItems(bodyOf(Array.from({ length: 20 }, (_, index) => ({ index }))))).toBeNull();
});

test("whatever an answer holds, it is read as JSON is", () => {
  const item = dictionary(string(), jsonValue(), { maxKeys: 3 });
  const lists = array(item, { minLength: 1, maxLength: 3 }).chain((some) =>
    array(constantFrom(...some), { maxLength: 12 }),
  );
  assert(
    property(lists, jsonValue(), boolean(), (items, more, asText) => {
      const body = bodyOf(items, { more, padding: long });
      const text = asText ? Buffer.from(JSON.stringify({ data: { _entities: items, long, more } }, null, 1)) : body;
      expect(read(text)).toEqual(JSON.parse(text.toString("utf8")));
    }),
  );
});

test.each(['{"data":{"a":[{"b":1},{"b":1', '{"data":{"a":[{"b":"\\', '{"data":{"a":[{"b":1}{"b":1}]}}'])(
  "half of an answer is none: %s",
  (text) => {
    expect(() => read(Buffer.from(text + (text.endsWith("\\") ? "" : " ".repeat(3_000))))).toThrow("not JSON");
  },
);
