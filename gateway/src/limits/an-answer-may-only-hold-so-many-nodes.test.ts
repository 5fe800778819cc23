import { buildASTSchema, buildSchema, getIntrospectionQuery, parse } from "graphql";
import { costModel } from "../demand/costModel";
import { checkListSize } from "./checkListSize";

const schema = buildSchema(`
  type Query {
    person: Person
    persons(first: Int, last: Int, after: String): PersonConnection!
    nearest(first: Int = 5): [Person!]!
    agencies: [Agency!]!
    search(first: Int): [SearchResult!]
    node: Node
  }
  interface Node { id: ID, calls(first: Int): [Agency] }
  union SearchResult = Person | Agency
  type Person implements Node { id: ID, calls(first: Int): [Agency], names: [String!]!, friends(first: Int, last: Int): PersonConnection! }
  type PersonConnection { edges: [PersonEdge!]!, nodes: [Person!]!, totalCount: Int! }
  type PersonEdge { node: Person! }
  type Agency { id: ID, persons: PersonConnection!, parts: [Agency!]! }
`);

/** How many nodes a query is taken to give: a limit below every answer makes the error say it. */
function nodesOf(query: string, variables?: Readonly<Record<string, unknown>>, operationName?: string): unknown {
  const [error] = checkListSize({ schema, document: parse(query), variables, operationName, limit: -1 });
  return error?.extensions["actual"];
}

test("the limit itself is allowed, and one node more is refused with the limit and the number", () => {
  const document = parse("{ persons(first: 100) { edges { node { friends(first: 100) { nodes { id } } } } } }");
  expect(checkListSize({ schema, document, limit: 10_000 })).toEqual([]);
  const [error] = checkListSize({ schema, document, limit: 9_999 });
  expect(error?.message).toBe("The query may return 10000 nodes; the limit is 9999.");
  expect(error?.extensions).toEqual({ code: "QUERY_TOO_LARGE", limit: 9_999, actual: 10_000 });
});

test.each([
  ["a single node", "{ person { id } }", 0],
  ["a list of plain values", "{ person { names } }", 0],
  ["a page that is asked for", "{ persons(first: 7) { edges { node { id } } } }", 7],
  ["a page from the end", "{ persons(last: 8) { nodes { id } } }", 8],
  ["the larger of both ends", "{ persons(first: 3, last: 8) { nodes { id } } }", 8],
  ["a page of which only the count is read", "{ persons(first: 7) { totalCount } }", 7],
  ["a page whose size nobody says", "{ persons { nodes { id } } }", 20],
  ["a page of null", "{ persons(first: null) { nodes { id } } }", 20],
  ["a page whose size the schema says", "{ nearest { id } }", 5],
  ["a page that has no page arguments", "{ agencies { persons { nodes { id } } } }", 200],
  ["a list without an argument", "{ agencies { id } }", 10],
  ["lists in lists", "{ agencies { parts { parts { id } } } }", 1_000],
  ["neighbours", "{ agencies { id parts { id } persons { nodes { id } } } }", 300],
  ["a size that is no number", '{ persons(first: "7") { nodes { id } } }', 100],
  ["a size below nothing", "{ persons(first: -7) { nodes { id } } }", 0],
  [
    "both arms of a union",
    "{ search(first: 2) { ... on Person { friends(first: 3) { nodes { id } } } ... on Agency { parts { id } } } }",
    26,
  ],
  ["a field of an interface", "{ node { calls(first: 4) { parts { id } } } }", 40],
  [
    "a fragment on the connection",
    "{ persons(first: 7) { ...P } } fragment P on PersonConnection { edges { node { friends(first: 2) { nodes { id } } } } }",
    14,
  ],
  ["unknown fields", "{ nonsense(first: 100) { more { id } } }", 0],
])("%s", (_, query, nodes) => {
  expect(nodesOf(query)).toBe(nodes);
});

test("a page asked for by a variable has the variable's value, or its default", () => {
  const query = "query ($n: Int = 30) { persons(first: $n) { nodes { id } } }";
  expect(nodesOf(query, { n: 7 })).toBe(7);
  expect(nodesOf(query)).toBe(30);
  expect(nodesOf(query, { n: null })).toBe(20);
});

test("a variable without any value counts as not given", () => {
  expect(nodesOf("query ($n: Int) { nearest(first: $n) { id } }")).toBe(5);
});

test("a variable that is no number counts as the longest page", () => {
  expect(nodesOf("query ($n: Int) { persons(first: $n) { nodes { id } } }", { n: "7" })).toBe(100);
});

test("a variable with the name of something that every object has is not mistaken for a value", () => {
  expect(nodesOf("query ($constructor: Int = 3) { persons(first: $constructor) { nodes { id } } }", {})).toBe(3);
});

test("only the operation that runs is measured", () => {
  const query = "query Small { nearest(first: 1) { id } } query Large { nearest(first: 99) { id } }";
  expect(nodesOf(query, {}, "Small")).toBe(1);
  expect(nodesOf(query, {}, "Large")).toBe(99);
  expect(nodesOf(query, {}, "Missing")).toBeUndefined();
});

test("introspection holds no nodes", () => {
  expect(nodesOf(getIntrospectionQuery())).toBe(0);
});

test("what the supergraph declares of a size comes before every convention", () => {
  const supergraph = parse(`
    schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@listSize"]) { query: Query }
    type Query {
      top(limit: Int): [Item] @listSize(slicingArguments: ["limit"])
      shelf(limit: Int): Shelf @listSize(slicingArguments: ["limit"], sizedFields: ["items"], assumedSize: 7)
    }
    type Shelf { items: [Item] others: [Item] }
    type Item { id: ID parts: [Item] @listSize(assumedSize: 3) }
  `);
  const declared = { schema: buildASTSchema(supergraph, { assumeValidSDL: true }), model: costModel(supergraph) };
  const counted = (query: string) =>
    checkListSize({ ...declared, document: parse(query), limit: -1 })[0]?.extensions["actual"];
  expect(counted("{ top(limit: 50) { id parts { id } } }")).toBe(50 * 3);
  expect(counted("{ shelf(limit: 4) { items { id } } }")).toBe(4);
  expect(counted("{ shelf { items { parts { id } } } }")).toBe(7 * 3);
});
