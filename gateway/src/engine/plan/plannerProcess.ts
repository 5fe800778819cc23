import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

import { GraphQLError } from "graphql";

import type { PlannedQuery, PlanQuestion, QueryPlan } from "./queryPlan";

/** Plans in a process of its own. */
export interface Planner {
  /** The schema that clients see, as SDL. */
  readonly apiSdl: string;
  /** Plans one operation; rejects with a GraphQLError where the planner refuses it or takes too long. */
  plan(question: PlanQuestion): Promise<PlannedQuery>;
  close(): Promise<void>;
}

/** The longest that one plan may take. The planner explores, and some documents have very many ways to be answered. */
const longestPlanMs = 4_000;

/** The process ended or was ended before it answered. */
export class PlannerLost extends Error {
  /** `meanwhile`: whether it was at this plan; others only waited behind it. */
  constructor(
    why: string,
    readonly meanwhile: boolean,
  ) {
    super(why);
  }
}

interface Failure {
  readonly message: string;
  readonly causes: readonly string[];
}

type FromPlanner =
  | { readonly apiSdl: string }
  | { readonly refused: Failure }
  | ({ readonly id: number } & (WrittenPlan | { readonly failed: Failure }));

/** A plan as JSON. */
interface WrittenPlan {
  readonly plan: string;
}

interface Waiting {
  readonly resolve: (planned: PlannedQuery) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Starts one process; its plans reject with `PlannerLost` where it ends before they are made. It is no thread: there are
 * documents over which the planner never ends, and takes so much memory that V8 gives up the whole process that it is in.
 */
export async function startPlannerProcess(supergraphSdl: string): Promise<Planner> {
  const child = fork(path.join(__dirname, "plannerMain.mjs"), {
    serialization: "advanced",
    // It needs nothing that the gateway was told: no secret of the environment, no port of an inspector.
    env: {},
    execArgv: [],
  });
  const waiting = new Map<number, Waiting>();
  let lost: string | null = null;
  const lose = (why: string): void => {
    lost ??= why;
    for (const [index, { reject, timer }] of [...waiting.values()].entries()) {
      clearTimeout(timer);
      reject(new PlannerLost(why, index === 0));
    }
    waiting.clear();
  };
  child.on("error", ({ message }) => lose(message));
  child.on("exit", () => lose("the planner ended"));
  child.send({ supergraphSdl });
  const apiSdl = await loaded(child);
  child.on("message", (message: Extract<FromPlanner, { id: number }>) => settle(waiting, message));
  child.unref();
  child.channel?.unref();
  let lastId = 0;
  return {
    apiSdl,
    plan: (question) =>
      new Promise((resolve, reject) => {
        if (lost !== null) {
          reject(new PlannerLost(lost, false));
          return;
        }
        const id = (lastId += 1);
        const timer = setTimeout(() => {
          lose("a plan took too long");
          child.kill("SIGKILL");
        }, longestPlanMs);
        waiting.set(id, { resolve, reject, timer });
        child.send({ id, ...question });
      }),
    close: async () => await ended(child),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.ref();
  child.kill("SIGKILL");
  await exit;
}

async function loaded(child: ChildProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error("The planner ended while it read the supergraph."));
    child.once("error", reject);
    child.once("exit", gone);
    child.once("message", (message: FromPlanner) => {
      child.off("error", reject);
      child.off("exit", gone);
      if ("apiSdl" in message) {
        resolve(message.apiSdl);
        return;
      }
      child.kill("SIGKILL");
      reject(new Error(`The supergraph is not valid: ${reasonOf(message as { readonly refused: Failure })}`));
    });
  });
}

const reasonOf = ({ refused: { message, causes } }: { readonly refused: Failure }): string =>
  causes.length > 0 ? causes.join("; ") : message;

function settle(waiting: Map<number, Waiting>, message: Extract<FromPlanner, { id: number }>): void {
  const asked = waiting.get(message.id);
  if (!asked) return;
  waiting.delete(message.id);
  clearTimeout(asked.timer);
  if ("failed" in message) asked.reject(new GraphQLError(message.failed.message));
  else asked.resolve({ plan: JSON.parse(message.plan) as QueryPlan });
}
