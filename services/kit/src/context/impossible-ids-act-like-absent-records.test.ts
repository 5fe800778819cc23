import { inKeyOrder } from "./loader";
import { isUuid, uuidKeys } from "./uuidKeys";

const id = "0198c0de-0000-7000-8000-0000000000ab";

test.each([
  "",
  "x",
  "1",
  `${id}0`,
  `{${id}}`,
  id.replaceAll("-", ""),
  `${id}\n`,
  "0198c0de-0000-7000-8000-00000000000g",
  "\u0000",
])("%j is no id", (text) => {
  expect(isUuid(text)).toBe(false);
});

test("a batch keeps the keys that can be ids, in PostgreSQL's case", () => {
  expect(uuidKeys(["nonsense", id.toUpperCase(), id])).toEqual([id, id]);
});

test("values find their ids whatever the ids' case, and impossible keys have none", () => {
  expect(inKeyOrder(["nonsense", id.toUpperCase()], [{ id }], (value) => value.id)).toEqual([null, { id }]);
});

test("keys that are no ids keep their case", () => {
  expect(inKeyOrder(["a", "A"], ["A"], (value) => value)).toEqual([null, "A"]);
});
