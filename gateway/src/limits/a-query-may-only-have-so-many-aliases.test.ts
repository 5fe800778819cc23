import { maxAliasesRule } from "./maxAliasesRule";
import { errorsOf } from "./testing/errorsOf";
import { fragmentBomb } from "./testing/fragmentBomb";

const aliasErrors = (query: string, limit = 2): readonly object[] => errorsOf(maxAliasesRule(limit), query);

test("the limit itself is allowed, and fields without an alias do not count", () => {
  expect(aliasErrors("{ one: leaf a { two: leaf } leaf b { leaf } }")).toEqual([]);
});

test("one alias more is refused with the limit and the number", () => {
  const message = "The query has 3 aliases; the limit is 2.";
  expect(aliasErrors("{ one: leaf two: a { three: leaf } }")).toEqual([
    { message, code: "TOO_MANY_ALIASES", limit: 2, actual: 3 },
  ]);
});

test("an alias in a fragment counts wherever the fragment is spread", () => {
  const fragment = "fragment F on Query { one: leaf }";
  expect(aliasErrors(`{ a { ...F } b { ...F } ... on Query { a { b { ...F } } } } ${fragment}`)).toMatchObject([
    { actual: 3 },
  ]);
});

test("each operation is counted for itself", () => {
  expect(aliasErrors("query A { one: leaf two: leaf } query B { one: leaf two: leaf }")).toEqual([]);
});

test("a number beyond all bounds is still a number", () => {
  expect(aliasErrors(fragmentBomb(100))).toMatchObject([{ actual: Number.MAX_SAFE_INTEGER }]);
});
