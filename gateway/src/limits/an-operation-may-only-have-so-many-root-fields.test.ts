import { maxRootFieldsRule } from "./maxRootFieldsRule";
import { errorsOf } from "./testing/errorsOf";

const rootErrors = (query: string): readonly object[] => errorsOf(maxRootFieldsRule(2), query);

test("the limit itself is allowed, and what lies below does not count", () => {
  expect(rootErrors("{ a { leaf a { leaf } b { leaf } } b { leaf } }")).toEqual([]);
});

test("one more is refused with the limit and the number", () => {
  const message = "The operation has 3 root fields; the limit is 2.";
  expect(rootErrors("{ leaf one: leaf two: leaf }")).toEqual([
    { message, code: "TOO_MANY_ROOT_FIELDS", limit: 2, actual: 3 },
  ]);
});

test("fragments at the root count as what they hold", () => {
  const fragment = "fragment F on Query { leaf a { leaf } }";
  expect(rootErrors(`{ ...F ... on Query { b { ...F } } } ${fragment}`)).toMatchObject([{ actual: 3 }]);
});

test("the worst operation cannot hide behind a good one", () => {
  expect(rootErrors("query A { leaf } query B { one: leaf two: leaf three: leaf }")).toMatchObject([{ actual: 3 }]);
});
