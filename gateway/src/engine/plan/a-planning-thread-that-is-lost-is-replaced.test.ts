import { GraphQLError } from "graphql";

import { supergraphOf } from "../testing/supergraphOf";
import { lastingPlanner, startPlanner } from "./planner";
import { startThread, ThreadLost, type Planner } from "./planThread";
import type { PlannedQuery } from "./queryPlan";

const sdl = supergraphOf({ products: "type Query { name: String }" });
const question = { document: "{ name }", operationName: undefined, overrides: [] };
const made: PlannedQuery = { plan: { kind: "QueryPlan" } };

/** Starts threads of which the first loses its plans as told, and counts them. */
function threads(lossOf: (plan: number) => Error) {
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

test("the plan that a thread was lost at fails, and those behind it are made by one new thread", async () => {
  const { start, started } = threads((plan) => new ThreadLost("it took too long", plan === 1));
  const planner = await lastingPlanner(start);
  const [first, ...behind] = await Promise.allSettled([1, 2, 3].map(() => planner.plan(question)));
  expect(first).toMatchObject({ status: "rejected", reason: { extensions: { code: "QUERY_TOO_LARGE" } } });
  expect(behind).toEqual(behind.map(() => ({ status: "fulfilled", value: made })));
  expect(started()).toBe(2);
});

test("what the planner refuses costs no thread", async () => {
  const { start, started } = threads(() => new GraphQLError("The field is not there."));
  const planner = await lastingPlanner(start);
  await expect(planner.plan(question)).rejects.toThrow("The field is not there.");
  expect(started()).toBe(1);
});

test("a planner that is closed starts no thread for what still waits", async () => {
  const { start, started } = threads(() => new ThreadLost("the planning thread ended", true));
  const planner = await lastingPlanner(start);
  await planner.close();
  await expect(planner.plan(question)).rejects.toThrow("could not be planned");
  expect(started()).toBe(1);
});

test("a thread that cannot be started anew is tried again for the next plan", async () => {
  const { start } = threads(() => new ThreadLost("it crashed", true));
  let starts = 0;
  const planner = await lastingPlanner(() => {
    starts += 1;
    return starts === 2 ? Promise.reject(new Error("no memory")) : start();
  });
  await expect(planner.plan(question)).rejects.toThrow("could not be planned");
  await expect(planner.plan(question)).rejects.toThrow("could not be planned");
  await expect(planner.plan(question)).resolves.toBe(made);
});

test("a thread that ended says so at once, and not when a plan would have taken too long", async () => {
  const thread = await startThread(sdl);
  const waiting = thread.plan(question);
  const lost = expect(waiting).rejects.toThrow(ThreadLost);
  await thread.close();
  await lost;
  await expect(thread.plan(question)).rejects.toThrow(ThreadLost);
});

test("a text that is no supergraph is refused with the reason", async () => {
  await expect(startPlanner("type Query { name: String }")).rejects.toThrow(/^The supergraph is not valid: .+/);
  await expect(startPlanner("type Query {")).rejects.toThrow(/Syntax Error/);
});
