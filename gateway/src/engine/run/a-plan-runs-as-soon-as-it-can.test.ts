import { OperationTypeNode, type FormattedExecutionResult } from "graphql";

import { at, entitiesOf, fetchOf, parallel, planOf, productsFetch, sequence } from "../testing/planOf";
import type { CompiledPlan } from "../compile/compiledPlan";
import { PlanRun, type SliceRequest } from "./planRun";

type Answer = (
  request: SliceRequest,
  variables: Readonly<Record<string, unknown>>,
) => FormattedExecutionResult | Promise<FormattedExecutionResult>;

/** Runs a plan to its end, and tells which slices were asked in which order. */
async function ran(plan: CompiledPlan, answer: Answer, variables: Readonly<Record<string, unknown>> = {}) {
  const asked: SliceRequest[] = [];
  let run: PlanRun | undefined;
  await new Promise<void>((resolve) => {
    run = new PlanRun({
      plan,
      variables,
      ask: async (request) => {
        asked.push(request);
        const { variables: given } = JSON.parse(request.body) as {
          readonly variables: Readonly<Record<string, unknown>>;
        };
        return await answer(request, given);
      },
      blockDone: () => resolve(),
    });
    run.start();
  });
  if (!run) throw new Error("The run has begun.");
  return { data: run.data, errors: run.errors[0], slices: asked.map(({ slice }) => slice), asked };
}

const products = () => ({ data: { products: ["1", "2", "1"].map((upc) => ({ __typename: "Product", upc })) } });
const listOf = (given: unknown): readonly { readonly upc: string }[] => given as readonly { readonly upc: string }[];

test("what is answered of an entity is at each of its places", async () => {
  const plan = planOf(sequence(productsFetch, at("products.@", entitiesOf("stock", "left"))));
  const { data, slices } = await ran(plan, ({ slice }, { representations }) =>
    slice === "shop"
      ? products()
      : { data: { _entities: listOf(representations).map(({ upc }) => ({ left: Number(upc) })) } },
  );
  expect(slices).toEqual(["shop", "stock"]);
  expect(data).toMatchObject({ products: [{ left: 1 }, { left: 2 }, { left: 1 }] });
});

test("a slice that never answers holds up only what waits for it", async () => {
  const plan = planOf(
    sequence(
      productsFetch,
      parallel(
        at("products.@", entitiesOf("reviews", "stars")),
        sequence(at("products.@", entitiesOf("stock", "left")), at("products.@", entitiesOf("prices", "price"))),
      ),
    ),
  );
  const asked: string[] = [];
  await new Promise<void>((resolve) => {
    new PlanRun({
      plan,
      variables: {},
      ask: async ({ slice }) => {
        asked.push(slice);
        if (slice === "reviews") return await new Promise(() => {});
        if (slice === "prices") resolve();
        return slice === "shop" ? products() : { data: { _entities: [{}, {}] } };
      },
      blockDone: () => {},
    }).start();
  });
  expect(asked).toEqual(["shop", "reviews", "stock", "prices"]);
});

test("where there is nothing to ask about, no slice is asked", async () => {
  const plan = planOf(sequence(productsFetch, at("products.@", entitiesOf("stock", "left"))));
  const { slices, errors } = await ran(plan, () => ({ data: { products: [] } }));
  expect(slices).toEqual(["shop"]);
  expect(errors).toEqual([]);
});

test("an entity's error stands wherever the entity does", async () => {
  const plan = planOf(sequence(productsFetch, at("products.@", entitiesOf("stock", "left"))));
  const { errors } = await ran(plan, ({ slice }) =>
    slice === "shop"
      ? products()
      : {
          data: { _entities: [null, { left: 2 }] },
          errors: [{ message: "lost", path: ["_entities", 0, "left"], extensions: { code: "LOST" } }],
        },
  );
  expect(errors).toEqual(
    [0, 2].map((index) => ({
      message: "lost",
      path: ["products", index, "left"],
      extensions: { code: "LOST", serviceName: "stock" },
    })),
  );
});

test("a part that fails and takes the others of its request with it leaves them to be asked again", async () => {
  const plan = planOf(
    sequence(
      productsFetch,
      parallel(at("products.@", entitiesOf("stock", "left")), at("products.@", entitiesOf("stock", "maker{name}"))),
    ),
  );
  const { data, errors, slices } = await ran(plan, ({ slice, query }) => {
    if (slice === "shop") return products();
    if (query.includes("_1:")) return { data: null, errors: [{ message: "lost", path: ["_0", 0, "left"] }] };
    return { data: { _entities: [{ maker: { name: "A" } }, { maker: { name: "B" } }] } };
  });
  expect(slices).toEqual(["shop", "stock", "stock"]);
  expect(data).toMatchObject({
    products: [{ maker: { name: "A" } }, { maker: { name: "B" } }, { maker: { name: "A" } }],
  });
  expect(errors?.map(({ path }) => path)).toEqual([
    ["products", 0, "left"],
    ["products", 2, "left"],
  ]);
});

test("a list of entities of another length is no answer", async () => {
  const plan = planOf(sequence(productsFetch, at("products.@", entitiesOf("stock", "left"))));
  const { errors } = await ran(plan, ({ slice }) => (slice === "shop" ? products() : { data: { _entities: [] } }));
  expect(errors).toMatchObject([{ extensions: { code: "INVALID_SLICE_ANSWER", serviceName: "stock" } }]);
});

test("a slice is given the variables that its operation uses, where the client gave them", async () => {
  const asking = fetchOf("shop", "query($a:Int$b:Int$c:Int){any(a:$a b:$b)}", { variableUsages: ["a", "b"] });
  const { asked } = await ran(planOf(asking), () => ({ data: {} }), { a: null, c: 3 });
  expect(asked[0]?.body).toBe('{"query":"query($a:Int$b:Int$c:Int){any(a:$a b:$b)}","variables":{"a":null}}');
});

test("the fields of a mutation are changed one after the other", async () => {
  const change = (slice: string) => fetchOf(slice, "mutation{add}", { operationKind: OperationTypeNode.MUTATION });
  const order: string[] = [];
  await ran(planOf(sequence(change("shop"), change("stock"), change("shop"))), async ({ slice, isMutation }) => {
    order.push(`${slice} begins`);
    await Promise.resolve();
    order.push(`${slice} ends`);
    return { data: { [`add${order.length}`]: isMutation } };
  });
  expect(order).toEqual(["shop begins", "shop ends", "stock begins", "stock ends", "shop begins", "shop ends"]);
});
