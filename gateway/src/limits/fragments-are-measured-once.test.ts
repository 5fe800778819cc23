import { parse, visit, type FieldNode } from "graphql";
import { checkListSize } from "./checkListSize";
import { documentFold, operationsOf } from "./documentFold";
import { fragmentBomb } from "./testing/fragmentBomb";
import { buildSchema } from "graphql";

function fieldsIn(query: string): number {
  let count = 0;
  visit(parse(query), { Field: () => void (count += 1) });
  return count;
}

function visitsOf(query: string): { readonly visits: number; readonly result: number } {
  const document = parse(query);
  let visits = 0;
  const field = (_: FieldNode, below: number): number => {
    visits += 1;
    return below + 1;
  };
  const measure = documentFold(document, { nothing: 0, field, join: (left, right) => left + right });
  const result = operationsOf(document).reduce((sum, operation) => sum + measure(operation), 0);
  return { visits, result };
}

test("a bomb of 60 fragments is measured in as many visits as it has fields", () => {
  const bomb = fragmentBomb(60);
  const { visits, result } = visitsOf(bomb);
  expect(visits).toBe(fieldsIn(bomb));
  expect(visits).toBe(121);
  expect(result).toBeGreaterThan(2 ** 60);
});

test("operations that share a fragment measure it once between them", () => {
  const query = "query A { ...F } query B { ...F ...F } fragment F on Query { a { leaf } }";
  expect(visitsOf(query)).toEqual({ visits: 2, result: 6 });
});

test("a fragment in a fragment counts wherever it is spread", () => {
  expect(visitsOf("{ ...A ...B } fragment A on Query { ...B } fragment B on Query { leaf }").result).toBe(2);
});

test.each([
  ["itself", "{ ...A } fragment A on Query { a { ...A } leaf }"],
  ["itself by another", "{ ...A } fragment A on Query { ...B } fragment B on Query { a { ...A } leaf }"],
])("a fragment that spreads %s ends", (_, query) => {
  expect(visitsOf(query)).toEqual({ visits: 2, result: 2 });
});

test("a fragment that does not exist, and one that nobody spreads, add nothing", () => {
  expect(visitsOf("{ leaf ...Missing } fragment Unused on Query { a { leaf } }")).toEqual({ visits: 1, result: 1 });
});

test("the size of lists is measured in one look at each page argument", () => {
  const schema = buildSchema("type Query { a(first: Int): [Query!], leaf: String }");
  let looks = 0;
  const variables = {
    get n(): number {
      looks += 1;
      return 2;
    },
  };
  const bomb = fragmentBomb(60, (spread) => `one: a(first: $n) { ${spread} } two: a(first: $n) { ${spread} }`);
  const document = parse(`query ($n: Int) ${bomb}`);
  const [error] = checkListSize({ schema, document, variables, limit: 10_000 });
  expect(looks).toBe(120);
  expect(error?.extensions).toEqual({ code: "QUERY_TOO_LARGE", limit: 10_000, actual: Number.MAX_SAFE_INTEGER });
});
