import { getIntrospectionQuery } from "graphql";
import { maxDepthRule } from "./maxDepthRule";
import { errorsOf, nested } from "./testing/errorsOf";

const depthErrors = (query: string, limit = 3): readonly object[] => errorsOf(maxDepthRule(limit), query);

test("the limit itself is allowed", () => {
  expect(depthErrors(nested(3))).toEqual([]);
});

test("one level more is refused with the limit and the depth", () => {
  const message = "The query nests 4 levels deep; the limit is 3.";
  expect(depthErrors(nested(4))).toEqual([{ message, code: "QUERY_TOO_DEEP", limit: 3, actual: 4 }]);
});

test("fragments, named and inline, hide no depth and add none of their own", () => {
  const fragments = "fragment A on Query { a { ...B } } fragment B on Query { ... on Query { ... { b { leaf } } } }";
  expect(depthErrors(`{ ...A } ${fragments}`)).toEqual([]);
  expect(depthErrors(`{ a { ...A } } ${fragments}`)).toMatchObject([{ actual: 4 }]);
});

test("the deepest branch counts", () => {
  expect(depthErrors(`{ leaf a { leaf b { leaf a { leaf } } } b { leaf } }`)).toMatchObject([{ actual: 4 }]);
});

test("every operation of the document is measured", () => {
  expect(depthErrors(`query A ${nested(2)} mutation B ${nested(5)} query C ${nested(4)}`)).toMatchObject([
    { actual: 5 },
    { actual: 4 },
  ]);
});

test("a fragment that spreads itself does not hang the rule", () => {
  expect(depthErrors("{ ...A } fragment A on Query { a { ...A } }")).toEqual([]);
});

test("the introspection query of graphql-js passes the tightest limit", () => {
  expect(depthErrors(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true }), 1)).toEqual([]);
});

test("introspection deeper than any tool needs is refused", () => {
  const deep = (levels: number): string =>
    `{ __type(name: "Q") ${"{ ofType ".repeat(levels)}{ name }${" }".repeat(levels)} }`;
  expect(depthErrors(deep(18))).toEqual([]);
  expect(depthErrors(deep(19))).toMatchObject([{ actual: 21 }]);
});

test("a field that only starts like introspection is none", () => {
  expect(depthErrors("{ __typename a { __typename } }", 1)).toMatchObject([{ actual: 2 }]);
});
