import { maxDirectivesRule } from "./maxDirectivesRule";
import { errorsOf } from "./testing/errorsOf";

const directiveErrors = (query: string): readonly object[] => errorsOf(maxDirectivesRule(2), query);

test("the limit itself is allowed", () => {
  expect(directiveErrors("{ leaf @skip(if: false) a @include(if: true) { leaf } }")).toEqual([]);
});

test("one more is refused with the limit and the number", () => {
  const message = "The document has 3 directives; the limit is 2.";
  expect(directiveErrors("{ leaf @skip(if: false) @skip(if: false) @skip(if: false) }")).toEqual([
    { message, code: "TOO_MANY_DIRECTIVES", limit: 2, actual: 3 },
  ]);
});

test("directives count wherever they stand", () => {
  const query = `query ($x: Int @a) @b { ... @c { a(x: $x) @d { ...F @e } } } fragment F on Query @f { leaf @g }`;
  expect(directiveErrors(query)).toMatchObject([{ actual: 7 }]);
});
