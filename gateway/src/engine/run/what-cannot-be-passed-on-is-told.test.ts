import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";

import type { CompiledPlan } from "../compile/compiledPlan";
import { at, entitiesOf, fetchOf, planOf, sequence } from "../testing/planOf";
import { PlanRun } from "./planRun";

/** A value that is nested more deeply than any text of it can be written. */
const deep = (): unknown => JSON.parse("[".repeat(200_000) + "]".repeat(200_000));

const requiringRaw = {
  ...entitiesOf("stock", "left"),
  requires: [
    {
      kind: "InlineFragment" as const,
      typeCondition: "Product",
      selections: ["__typename", "raw"].map((name) => ({ kind: "Field" as const, name })),
    },
  ],
};

const ran = async (plan: CompiledPlan, answer: (slice: string) => FormattedExecutionResult): Promise<PlanRun> =>
  await new Promise<PlanRun>((resolve) => {
    const run: PlanRun = new PlanRun({
      plan,
      variables: {},
      ask: ({ slice }) => Promise.resolve(answer(slice)),
      blockDone: () => resolve(run),
    });
    run.start();
  });

test("a value that cannot be told to another slice is an error, and the rest of the plan is run", async () => {
  const plan = planOf(
    sequence(fetchOf("shop", "{best{__typename raw}}"), at("best", requiringRaw), fetchOf("news", "{top}")),
  );
  const { data, errors } = await ran(plan, (slice) => ({
    data: slice === "shop" ? { best: { __typename: "Product", raw: deep() } } : { top: 1 },
  }));
  expect(data).toMatchObject({ top: 1 });
  expect(errors[0]).toEqual([
    { message: expect.any(String), extensions: { code: "INVALID_SLICE_ANSWER", serviceName: "stock" } },
  ]);
});

test.each([5, "best", [null], [["best"]], { 0: "best" }])("an error's path %j is none", async (path) => {
  const told = { message: "No.", path } as unknown as GraphQLFormattedError;
  const plan = planOf(sequence(fetchOf("shop", "{best{__typename upc}}"), at("best", entitiesOf("stock", "left"))));
  const { errors } = await ran(plan, (slice) =>
    slice === "shop"
      ? { data: { best: { __typename: "Product", upc: "1" } }, errors: [told] }
      : { data: { _entities: [null] }, errors: [told] },
  );
  const left = { message: "No.", extensions: { code: "DOWNSTREAM_SERVICE_ERROR" } };
  expect(errors[0]).toMatchObject([left, left]);
  expect(errors[0]?.filter((each) => each.path)).toEqual([]);
});

test("details of an error without end are left out but for its code", async () => {
  const plan = planOf(fetchOf("shop", "{best{upc}}"));
  const { errors } = await ran(plan, () => ({
    data: { best: null },
    errors: [
      { message: "No.", extensions: { code: "NO", deep: deep() } },
      { message: "No.", extensions: { code: "NO", wide: Array.from({ length: 5_000 }, () => 1) } },
      { message: "No.", extensions: { code: "NO", why: "because" } },
      { message: "No.".repeat(1_000), extensions: [] as never },
    ],
  }));
  const serviceName = "shop";
  expect(errors[0]).toEqual([
    { message: "No.", extensions: { code: "NO", serviceName } },
    { message: "No.", extensions: { code: "NO", serviceName } },
    { message: "No.", extensions: { code: "NO", why: "because", serviceName } },
    { message: "No.".repeat(667).slice(0, 2_000), extensions: { code: "DOWNSTREAM_SERVICE_ERROR", serviceName } },
  ]);
});

test.each([99, 101, 204, 1e9, "no"])("an error's HTTP status %p is no status of ours", async (status) => {
  const plan = planOf(fetchOf("shop", "{best{upc}}"));
  const { errors } = await ran(plan, () => ({
    data: { best: null },
    errors: [{ message: "No.", extensions: { code: "NO", http: { status } } }],
  }));
  expect(errors[0]).toEqual([{ message: "No.", extensions: { code: "NO", serviceName: "shop" } }]);
});

test("a slice that tells more errors than anybody reads is heard up to a thousand", async () => {
  const plan = planOf(
    sequence(fetchOf("shop", "{products{__typename upc}}"), at("products.@", entitiesOf("stock", "left"))),
  );
  const products = Array.from({ length: 2_000 }, () => ({ __typename: "Product", upc: "1", name: {} }));
  const { errors } = await ran(plan, (slice) =>
    slice === "shop"
      ? { data: { products } }
      : {
          data: { _entities: [null] },
          errors: Array.from({ length: 50_000 }, () => ({ message: "No.", path: ["_entities", 0, "left"] })),
        },
  );
  expect(errors[0]).toHaveLength(1_000);
});
