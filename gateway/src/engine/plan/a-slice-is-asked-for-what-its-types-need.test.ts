import { CompiledPlan } from "../compile/compiledPlan";
import { latticeOf } from "../testing/planOf";
import { supergraphOf } from "../testing/supergraphOf";
import { startPlanner } from "./planner";

const sdl = supergraphOf({
  reviews: `type Query { review: Review }
    union Review = Signed | Unsigned
    type Signed { product: Product }
    type Unsigned { product: Product }
    type Product @key(fields: "upc") { upc: ID! }`,
  prices: `type Product @key(fields: "upc") { upc: ID! price: Int }`,
  stock: `type Product @key(fields: "upc") { upc: ID! left: Int }`,
});

test("what stands at one place under two types is asked only for what is asked of its own", async () => {
  const planner = await startPlanner(sdl);
  const document = "{ review { ... on Signed { product { price } } ... on Unsigned { product { left } } } }";
  const { plan } = await planner.plan({ document, operationName: undefined, overrides: [] });
  await planner.close();
  const [, ...entities] = new CompiledPlan(plan, latticeOf(sdl)).fetches;
  const conditions = entities.map(({ slice, path }) => [slice, path.flatMap(({ types }) => [...(types ?? [])])]);
  expect(conditions.sort()).toEqual([
    ["prices", ["Signed"]],
    ["stock", ["Unsigned"]],
  ]);
});
