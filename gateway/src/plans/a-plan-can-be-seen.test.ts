import { readEnvironment } from "@corespond/kit";

import { withIdentity } from "../generic/genericContext";
import type { ForeignSlice } from "../generic/testing/foreignSlice";
import { composedOf, startShopSlices } from "../generic/testing/shop";
import { startTestGateway } from "../generic/testing/startTestGateway";
import type { SupergraphServerOptions } from "../generic/serveSupergraph";
import { planVariables, showsPlans } from "./planEnvironment";
import { planOperation } from "./planOperation";

let slices: readonly ForeignSlice[];
let supergraphSdl: string;

beforeAll(async () => {
  slices = await startShopSlices();
  supergraphSdl = composedOf(slices);
});

afterAll(async () => {
  await Promise.all(slices.map((slice) => slice.stop()));
});

const compiled = `2 requests to slices in 2 stages.

Stage 1

  products: root fields
    {
      products {
        __typename
        upc
        name
      }
    }

Stage 2

  reviews: entities at products.@
    query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Product {
          reviews {
            body
          }
        }
      }
    }
`;

test("an operation is planned without asking a slice, and told as the planner's plan and as the requests that it becomes", async () => {
  const asked = slices.map(({ seen }) => seen.length);
  const text = await planOperation({ supergraphSdl, document: "{ products { name reviews { body } } }" });
  const [plan = "", requests = ""] = [
    text.slice(0, text.indexOf("2 requests")),
    text.slice(text.indexOf("2 requests")),
  ];
  expect(plan).toMatch(/^QueryPlan \{\n {2}Sequence \{\n {4}Fetch\(service: "products"\) \{/);
  expect(plan).toContain('Flatten(path: ".products.@")');
  expect(requests).toBe(compiled);
  expect(slices.map(({ seen }) => seen.length)).toEqual(asked);
});

test("conditions are planned by their variables, and one of several operations by its name", async () => {
  const document = `
    query Names { products { name } }
    query Shelf($deep: Boolean!) { products { name reviews @include(if: $deep) { body } } }
  `;
  const planned = (operationName: string, deep: boolean) =>
    planOperation({ supergraphSdl, document, operationName, variables: { deep } });
  expect(await planned("Shelf", true)).toContain("2 requests to slices in 2 stages.");
  expect(await planned("Shelf", false)).toContain("1 request to slices in 1 stage.");
  expect(await planned("Names", true)).toContain("1 request to slices in 1 stage.");
});

test("what is deferred is told with its label", async () => {
  const document = '{ products { name ... @defer(label: "later") { reviews { body } } } }';
  expect(await planOperation({ supergraphSdl, document })).toContain(
    "reviews, for the deferred part later: entities at products.@",
  );
});

test.each([
  ["{ nothing }", /Cannot query field "nothing" on type "Query"/],
  ["{", /Syntax Error: Expected Name, found <EOF>/],
  ["query A { __typename } query B { __typename }", /must hold one operation/],
])("of %s it is said why it has no plan", async (document, why) => {
  await expect(planOperation({ supergraphSdl, document })).rejects.toThrow(why);
});

test("a text that is no supergraph is said to be none", async () => {
  await expect(planOperation({ supergraphSdl: "type Query { a: Int }", document: "{ a }" })).rejects.toMatchObject({
    name: "SupergraphError",
  });
});

const query = "{ products { name reviews { body } } staffOnly }";

async function extensionsOf(
  options: Partial<SupergraphServerOptions>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const gateway = await startTestGateway(supergraphSdl, options);
  try {
    const response = await fetch(gateway.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query }),
    });
    return ((await response.json()) as { readonly extensions?: Readonly<Record<string, unknown>> }).extensions;
  } finally {
    await gateway.stop();
  }
}

const asking = { "x-corespond-plan": "1" };

test("an answer tells its plan where plans are shown and its client asks for it, and nowhere else", async () => {
  expect((await extensionsOf({ showsPlans: true }, asking))?.["plan"]).toContain("2 requests to slices in 2 stages.");
  expect(await extensionsOf({ showsPlans: true })).toBeUndefined();
  expect(await extensionsOf({}, asking)).toBeUndefined();
});

test("the plan holds nothing that a gate refused", async () => {
  const context = withIdentity({ issuers: [], keys: {}, slices: [] });
  const extensions = await extensionsOf({ showsPlans: true, gated: true, context }, asking);
  expect(extensions?.["plan"]).toContain("products");
  expect(extensions?.["plan"]).not.toContain("staffOnly");
});

test("in production no plan can be shown", () => {
  const shown = (environment: Readonly<Record<string, string>>) =>
    showsPlans(readEnvironment(planVariables, environment));
  expect(shown({})).toBe(false);
  expect(shown({ CORESPOND_SHOW_PLAN: "on" })).toBe(true);
  expect(() => shown({ CORESPOND_SHOW_PLAN: "on", NODE_ENV: "production" })).toThrow(/CORESPOND_SHOW_PLAN is on/);
});
