import { buildASTSchema, Kind, parse, type OperationDefinitionNode } from "graphql";

import { OperationVariables } from "../limits/operationVariables";
import { ActualCost } from "./actualCost";
import { CostEstimator } from "./costEstimator";
import { costModel } from "./costModel";

const link = `
  schema
    @link(url: "https://specs.apollo.dev/link/v1.0")
    @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", { name: "@listSize", as: "@size" }])
  { query: Query mutation: Mutation }
  directive @link(url: String, as: String, for: String, import: [Import]) repeatable on SCHEMA
  scalar Import
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @size(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
`;

// The schema of the page's examples, and beside it one field for each rule.
const supergraph = parse(`${link}
  type Query {
    book(id: ID): Book
    bestsellers: [Book] @size(assumedSize: 5)
    newReleases(limit: Int = 3, offset: Int): [Book] @size(slicingArguments: ["limit"])
    ranked(first: Int, last: Int): [Book] @size(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    shelf(limit: Int): Shelf @size(slicingArguments: ["limit"], sizedFields: ["books"])
    unsized: [Book]
    search(filter: Filter, kind: Kind, near: String @cost(weight: 7)): Book
    hits(first: Int): HitConnection
    thing: Thing
    secret: Int @cost(weight: 40)
  }
  type Mutation { buy(id: ID, filter: Filter): Book }
  type Book { title: String author: Author publisher: Publisher tags: [String] location: Place }
  type Author { name: String books: [Book] }
  type Publisher { name: String address: Address }
  type Address @cost(weight: 5) { zipCode: Int! }
  type Shelf { books: [Book] others: [Book] }
  type HitConnection { edges: [Hit] totalCount: Int }
  type Hit { node: Book }
  union Thing = Book | Author
  enum Kind @cost(weight: 2) { NEW OLD }
  scalar Place @cost(weight: 3)
  input Filter { text: String depth: Int @cost(weight: 4) inner: [Filter] kind: Kind }
`);
const rules = {
  schema: buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true }),
  model: costModel(supergraph),
  listSize: 10,
};

const operationIn = (text: string) => {
  const document = parse(text);
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error("The document has no operation.");
  return { document, operation };
};
const estimate = (text: string, variables = {}): number => {
  const { document, operation } = operationIn(text);
  return new CostEstimator(rules).estimate(document, operation, variables);
};

test.each([
  ["objects are 1, scalars nothing", "{ book(id: 1) { title author { name } publisher { name } } }", 3],
  ["a type's own weight", "{ book { publisher { address { zipCode } } } }", 1 + 1 + 5],
  ["a scalar's own weight", "{ book { location } }", 1 + 3],
  ["a field's own weight", "{ secret }", 40],
  ["a list of which nothing is known", "{ unsized { title author { name } } }", 10 * 2],
  ["a list within a list", "{ unsized { author { books { title } } } }", 10 * (1 + 1 + 10)],
  ["a list of scalars", "{ book { tags } }", 1],
  ["an assumed size", "{ bestsellers { title author { name } } }", 5 * 2],
  ["a slicing argument", "{ newReleases(limit: 2) { title } }", 2],
  ["a slicing argument's default", "{ newReleases { title } }", 3],
  ["the larger of two slicing arguments", "{ ranked(first: 4, last: 6) { title } }", 6],
  ["no slicing argument where none is required", "{ ranked { title } }", 10],
  [
    "a list that the field above sizes, and one that it does not",
    "{ shelf(limit: 4) { books { title } others { title } } }",
    1 + 4 + 10,
  ],
  ["the same in a fragment", "{ shelf(limit: 4) { ...S } } fragment S on Shelf { b: books { title } }", 1 + 4],
  ["an interface or union", "{ thing { ... on Book { author { name } } ... on Author { name } } }", 2],
  ["an input object", '{ search(filter: { text: "a", inner: [{ depth: 1 }, {}] }) { title } }', 1 + 1 + (1 + 4) + 1],
  ["an argument's own weight", '{ search(near: "here") { title } }', 1 + 7],
  ["an argument that is null", "{ search(near: null, filter: null) { title } }", 1],
  ["an enum's own weight", "{ search(kind: NEW, filter: { kind: OLD }) { title } }", 1 + 2 + 1 + 2],
  ["a Relay connection that says nothing", "{ hits(first: 30) { totalCount edges { node { title } } } }", 1 + 30 * 2],
  ["a Relay connection without a page", "{ hits { edges { node { title } } } }", 1 + 20 * 2],
  ["a mutation", "mutation { buy(id: 1) { title } }", 10 + 1],
  ["what is left out", "{ book @skip(if: true) { title } secret @include(if: false) }", 0],
  ["introspection", "{ __typename __schema { types { name } } }", 0],
])("%s: %s costs %d", (_what, text, cost) => {
  expect(estimate(text)).toBe(cost);
});

test("variables count with their values, or their defaults", () => {
  const text = "query ($n: Int = 2, $f: Filter) { newReleases(limit: $n) { title } search(filter: $f) { title } }";
  expect(estimate(text)).toBe(2 + 1);
  expect(estimate(text, { n: 7, f: { depth: 3 } })).toBe(7 + 1 + 1 + 4);
});

test("an estimate that was kept is that of the same variables", () => {
  const { document, operation } = operationIn("query ($n: Int) { newReleases(limit: $n) { title } }");
  const estimator = new CostEstimator(rules);
  for (const n of [1, 2, 1, 2]) expect(estimator.estimate(document, operation, { n })).toBe(n);
  expect(estimator.estimate(document, operation, {})).toBe(3);
});

test.each([
  ["{ shelf { books { title } } }", 0],
  ["query { ranked2: shelf(limit: null) { books { title } } }", 0],
])("%s has no slicing argument, and needs one", (text, given) => {
  expect(() => estimate(text)).toThrow(
    expect.objectContaining({
      extensions: expect.objectContaining({ code: "COST_QUERY_PARSE_FAILURE", actual: given }) as unknown,
    }),
  );
});

test("what is too much for a number stays the largest", () => {
  const bomb = `{ ...F0 } ${Array.from({ length: 30 }, (_, n) => `fragment F${String(n)} on Query { unsized { author { books { ...G${String(n)} } } } } fragment G${String(n)} on Book { author { books { author { books { title ${n < 29 ? `...G${String(n + 1)} ` : ""} } } } } }`).join(" ")}`;
  expect(estimate(bomb)).toBe(Number.MAX_SAFE_INTEGER);
});

const actual = (text: string, data: unknown, variables = {}): number => {
  const asked = operationIn(text);
  return new ActualCost(rules, asked).of(data, new OperationVariables(asked.operation, variables));
};

test("an answer is worth what it holds", () => {
  const text = "{ unsized { title author { name } l: location } secret }";
  expect(actual(text, { unsized: [], secret: null })).toBe(40);
  expect(
    actual(text, {
      unsized: [
        { title: "a", author: null, l: null },
        { title: "b", author: { name: "c" }, l: "x" },
      ],
      secret: 1,
    }),
  ).toBe(1 + 3 + 1 + 1 + 3 + 40);
  expect(actual(text, null)).toBe(0);
});

test("an answer's arguments count once, and a mutation's base", () => {
  expect(actual("mutation { buy(filter: { depth: 2 }) { title } }", { buy: { title: "a" } })).toBe(10 + 1 + 4 + 1);
});

test("a field that two fragments ask for is in the answer once", () => {
  const text = "{ thing { ... on Book { author { name } } ...B } } fragment B on Book { author { books { title } } }";
  expect(actual(text, { thing: { author: { name: "a", books: [{ title: "b" }] } } })).toBe(1 + 1 + 1);
});

test("a supergraph that links no costs has none, and one that imports nothing has the namespace", () => {
  expect(costModel(parse("type Query { a: Int @cost(weight: 3) }")).weights.size).toBe(0);
  const spaced = costModel(
    parse(`schema @link(url: "https://specs.apollo.dev/cost/v0.1", as: "c") { query: Query }
      type Query { a: [Int] @c(weight: 3) @c__listSize(assumedSize: 4) }`),
  );
  expect(spaced.weights.get("Query.a")).toBe(3);
  expect(spaced.listSizes.get("Query.a")).toMatchObject({ assumedSize: 4 });
});
