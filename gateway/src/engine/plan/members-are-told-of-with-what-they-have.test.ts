import { CompiledPlan } from "../compile/compiledPlan";
import { latticeOf } from "../testing/planOf";
import { supergraphOf } from "../testing/supergraphOf";
import { startPlanner } from "./planner";
import type { Planner } from "./plannerProcess";

const sdl = supergraphOf({
  accounts: `type Query { accounts: [Account] found: [Found] }
    interface Account @key(fields: "id") { id: ID! name: String }
    type Admin implements Account @key(fields: "id") { id: ID! name: String }
    type Guest implements Account @key(fields: "id") { id: ID! name: String }
    type Product @key(fields: "upc") { upc: ID! name: String }
    union Found = Admin | Guest | Product`,
  posts: `type Account @key(fields: "id") @interfaceObject {
      id: ID! posts: Int name: String @external byline: String @requires(fields: "name") }
    type Product @key(fields: "upc") {
      upc: ID! name: String @external stock: Int label: String @requires(fields: "name") }`,
});

let planner: Planner;
beforeAll(async () => {
  planner = await startPlanner(sdl);
});
afterAll(async () => await planner.close());

/** What the slice of the posts is asked, each fetch with the fields by which it is told of an account. */
async function asked(document: string): Promise<readonly unknown[]> {
  const { plan } = await planner.plan({ document, operationName: undefined, overrides: [] });
  const fetches = new CompiledPlan(plan, latticeOf(sdl)).fetches.filter(({ slice }) => slice === "posts");
  return fetches.map(({ node }) => {
    const told = (node.requires ?? []).flatMap((each) => ("typeCondition" in each ? each.selections : []));
    const names = told.map((each) => ("name" in each ? each.name : ""));
    return [/_entities\([^)]*\)(.*)\}$/.exec(node.operation)?.[1], [...new Set(names)].sort()];
  });
}

test("where a field of one member requires more, the others are told of without it", async () => {
  expect(await asked("{ accounts { ... on Admin { byline } posts } }")).toEqual([
    ["{...on Account{posts}}", ["__typename", "id"]],
    ["{...on Account{byline}}", ["__typename", "id", "name"]],
  ]);
});

test("where all require the same, or others are asked with them, the fetch stays whole", async () => {
  expect(await asked("{ accounts { byline posts } }")).toHaveLength(1);
  const both = "{ found { ... on Admin { byline } ... on Guest { posts } ... on Product { stock label } } }";
  const fetches = await asked(both);
  expect(JSON.stringify(fetches)).toContain("upc");
  expect(fetches).toHaveLength(1);
});
