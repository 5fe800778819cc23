import { buildSchema, getOperationAST, parse } from "graphql";

import { plannedDocument, type PlannedDocument } from "./plannedDocument";
import { planningFacts } from "./planningFacts";

const sdl = `
  directive @join__type(graph: String, isInterfaceObject: Boolean) repeatable on INTERFACE | OBJECT
  type Query { product(upc: ID): Product item: Item media: Media }
  type Product { upc: ID name: String maker: Product }
  interface Item { upc: ID }
  type Book implements Item & Media { upc: ID pages: Int }
  interface Media @join__type(graph: "A", isInterfaceObject: true) { upc: ID }
`;
const facts = planningFacts(parse(sdl), buildSchema(sdl));

function planned(query: string): PlannedDocument {
  const document = parse(query);
  const operation = getOperationAST(document, "Asked") ?? getOperationAST(document);
  if (!operation) throw new Error("The document has an operation.");
  return plannedDocument({ document, operation, holding: new Set(), deferring: false }, facts);
}

/** What the planner gets, on one line. */
const textOf = (query: string): string => planned(query).text.replace(/\s+/g, " ");

test("an alias that is some field's name becomes another, and is remembered", () => {
  const { text, responseNames } = planned("{ product { upc: name title: name maker: maker { name: upc } } }");
  expect(text.replace(/\s+/g, " ")).toBe("{ product { as__upc: name title: name maker: maker { as__name: upc } } }");
  expect(responseNames).toEqual(
    new Map([
      ["as__upc", "upc"],
      ["as__name", "name"],
    ]),
  );
});

test("an alias may not stand for an object's type either", () => {
  expect(textOf("{ product { __typename: name } }")).toBe("{ product { as____typename: name } }");
});

test("variables that requests to slices have for themselves are given other names", () => {
  const { text, variables } = planned(
    "query($representations: ID, $_0: ID, $mine: ID) { a: product(upc: $_0) { upc } b: product(upc: $mine) { upc } c: product(upc: $representations) { upc } }",
  );
  expect([...variables]).toEqual([
    ["representations", "client_representations"],
    ["_0", "client__0"],
  ]);
  expect(text).toContain("$client__0: ID, $mine: ID");
  expect(text).toContain("product(upc: $client_representations)");
});

test("no two names become one, whatever clients call things", () => {
  expect(textOf("{ product { upc: name as__upc: upc } }")).toBe("{ product { as__upc: name as__as__upc: upc } }");
  expect(
    textOf("query($_0: ID, $client__0: ID) { a: product(upc: $_0) { upc } b: product(upc: $client__0) { upc } }"),
  ).toBe(
    "query ($client__0: ID, $client_client__0: ID) { a: product(upc: $client__0) { upc } b: product(upc: $client_client__0) { upc } }",
  );
});

test("what the schema is asked of itself keeps its aliases, but has its variables under the names that they got", () => {
  expect(textOf("query($_0: String!) { __type(name: $_0) { upc: name } }")).toBe(
    "query ($client__0: String!) { __type(name: $client__0) { upc: name } }",
  );
});

test("other operations of the document are left out, and fragments stay", () => {
  const text = textOf(
    "query Other { item { upc } } query Asked { product { ...Named } } fragment Named on Product { name }",
  );
  expect(text).toBe("query Asked { product { ...Named } } fragment Named on Product { name }");
});

test("where conditions leave nothing of an object, its type is asked for", () => {
  expect(textOf("{ product { name @skip(if: true) } }")).toBe("{ product { __typename } }");
});

test("the concrete type is asked for where fragments depend on it and a slice knows only the interface", () => {
  expect(textOf("{ media { ... on Book { pages } } item { ... on Book { pages } } }")).toBe(
    "{ media { __typename ... on Book { pages } } item { ... on Book { pages } } }",
  );
});
