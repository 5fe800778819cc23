import { GraphQLError } from "graphql";

import { supergraphOf } from "../testing/supergraphOf";
import { lastingPlanner, startPlanner } from "./planner";
import { PlannerLost, startPlannerProcess, type Planner } from "./plannerProcess";
import type { PlannedQuery } from "./queryPlan";

const sdl = supergraphOf({ products: "type Query { name: String }" });
const question = { document: "{ name }", operationName: undefined, overrides: [] };
const made: PlannedQuery = { plan: { kind: "QueryPlan" } };

/** Starts planners of which the first loses its plans as told, and counts them. */
function planners(lossOf: (plan: number) => Error) {
  let started = 0;
  const start = (): Promise<Planner> => {
    started += 1;
    const isFirst = started === 1;
    let plans = 0;
    return Promise.resolve({
      apiSdl: "",
      plan: () => (isFirst ? Promise.reject(lossOf((plans += 1))) : Promise.resolve(made)),
      close: () => Promise.resolve(),
    });
  };
  return { start, started: () => started };
}

test("the plan that a planner was lost at fails, and those behind it are made by one new planner", async () => {
  const { start, started } = planners((plan) => new PlannerLost("it took too long", plan === 1));
  const planner = await lastingPlanner(start);
  const [first, ...behind] = await Promise.allSettled([1, 2, 3].map(() => planner.plan(question)));
  expect(first).toMatchObject({ status: "rejected", reason: { extensions: { code: "QUERY_TOO_LARGE" } } });
  expect(behind).toEqual(behind.map(() => ({ status: "fulfilled", value: made })));
  expect(started()).toBe(2);
});

test("what the planner refuses costs no planner", async () => {
  const { start, started } = planners(() => new GraphQLError("The field is not there."));
  const planner = await lastingPlanner(start);
  await expect(planner.plan(question)).rejects.toThrow("The field is not there.");
  expect(started()).toBe(1);
});

test("a planner that is closed starts no other for what still waits", async () => {
  const { start, started } = planners(() => new PlannerLost("the planner ended", true));
  const planner = await lastingPlanner(start);
  await planner.close();
  await expect(planner.plan(question)).rejects.toThrow("could not be planned");
  expect(started()).toBe(1);
});

test("a planner that cannot be started anew is tried again for the next plan", async () => {
  const { start } = planners(() => new PlannerLost("it crashed", true));
  let starts = 0;
  const planner = await lastingPlanner(() => {
    starts += 1;
    return starts === 2 ? Promise.reject(new Error("no memory")) : start();
  });
  await expect(planner.plan(question)).rejects.toThrow("could not be planned");
  await expect(planner.plan(question)).rejects.toThrow("could not be planned");
  await expect(planner.plan(question)).resolves.toBe(made);
});

test("a planner that ended says so at once, and not when a plan would have taken too long", async () => {
  const started = await startPlannerProcess(sdl);
  const waiting = started.plan(question);
  const lost = expect(waiting).rejects.toThrow(PlannerLost);
  await started.close();
  await lost;
  await expect(started.plan(question)).rejects.toThrow(PlannerLost);
});

test("a text that is no supergraph is refused with the reason", async () => {
  await expect(startPlanner("type Query { name: String }")).rejects.toThrow(/^The supergraph is not valid: .+/);
  await expect(startPlanner("type Query {")).rejects.toThrow(/Syntax Error/);
});
