import { Kind, parse, visit } from "graphql";

import { CompiledPlan } from "../compile/compiledPlan";
import { latticeOf } from "../testing/planOf";
import { supergraphOf } from "../testing/supergraphOf";
import { startPlanner } from "./planner";
import type { Planner } from "./plannerProcess";
import type { QueryPlan } from "./queryPlan";

const sdl = supergraphOf({
  prices: `type Query { product: Product }
    type Product @key(fields: "upc") { upc: ID! price(currency: String!): Int }`,
  tax: `type Product @key(fields: "upc") { upc: ID! price(currency: String!): Int @external
      inDollars: Int @requires(fields: "price(currency: \\"USD\\")")
      alsoInDollars: Int @requires(fields: "price(currency: \\"USD\\")")
      inEuros(rounded: Boolean): Int @requires(fields: "price(currency: \\"EUR\\")") }`,
});

let planner: Planner;
beforeAll(async () => {
  planner = await startPlanner(sdl);
});
afterAll(async () => await planner.close());

const planned = async (document: string): Promise<QueryPlan> =>
  (await planner.plan({ document, operationName: undefined, overrides: [] })).plan;

/** The fetches of a plan: whom they ask, what of prices with which argument, and what they tell of each entity. */
async function fetches(document: string) {
  const plan = await planned(document);
  return new CompiledPlan(plan, latticeOf(sdl)).fetches.map(({ node, slice }) => {
    const prices: string[] = [];
    visit(parse(node.operation), {
      [Kind.FIELD]: ({ name, arguments: given = [] }) => {
        const [argument] = given;
        if (name.value === "price" && argument?.value.kind === Kind.STRING) prices.push(argument.value.value);
      },
    });
    const sent = JSON.stringify(node.requires ?? []).match(/"sentAs":"\w+"/g) ?? [];
    return { slice, prices: prices.sort(), sent };
  });
}

test("what the client asks of a field and what is required of it with another argument are both fetched", async () => {
  const [first, second] = await fetches('{ product { price(currency: "DKK") inDollars } }');
  expect(first).toEqual({ slice: "prices", prices: ["DKK", "USD"], sent: [] });
  expect(second).toEqual({ slice: "tax", prices: [], sent: ['"sentAs":"price"'] });
});

test("fields that require one field with unlike arguments are asked for apart", async () => {
  const all = await fetches("{ product { inDollars inEuros } }");
  expect(all.map(({ slice }) => slice)).toEqual(["prices", "tax", "tax"]);
  expect(all.map(({ sent }) => sent.length)).toEqual([0, 1, 1]);
  expect(all[0]?.prices).toEqual(["EUR", "USD"]);
});

test("of the client's variables each request declares those that it uses", async () => {
  const plan = await planned("query ($rounded: Boolean) { product { inDollars inEuros(rounded: $rounded) } }");
  const asked = new CompiledPlan(plan, latticeOf(sdl)).fetches.slice(1);
  const declared = asked.map(({ node, variables }) => [node.operation.match(/\$\w+:/g), variables]);
  expect(declared).toEqual([
    [["$representations:"], []],
    [["$representations:", "$rounded:"], ["rounded"]],
  ]);
});

test("fields that require the same are asked for together", async () => {
  const all = await fetches("{ product { inDollars alsoInDollars } }");
  expect(all.map(({ slice, prices }) => [slice, prices])).toEqual([
    ["prices", ["USD"]],
    ["tax", []],
  ]);
});

test("what exists for the planner only is in no request, and not in the schema that clients see", async () => {
  const { node } = await planned("{ product { inDollars inEuros } }");
  const names: string[] = [];
  JSON.stringify(node, (key, value: unknown) => {
    if (key === "operation" && typeof value === "string")
      visit(parse(value), { [Kind.FIELD]: ({ name }) => void names.push(name.value) });
    return value;
  });
  expect(names.filter((each) => each.startsWith("argued_"))).toEqual([]);
  expect(planner.apiSdl).not.toContain("argued_");
});
