import path from "node:path";
import { Worker } from "node:worker_threads";

import { GraphQLError } from "graphql";

import type { PlannedQuery, PlanQuestion, QueryPlan } from "./queryPlan";

/** Plans on a thread of its own. */
export interface Planner {
  /** The schema that clients see, as SDL. */
  readonly apiSdl: string;
  /** Plans one operation; rejects with a GraphQLError where the planner refuses it or takes too long. */
  plan(question: PlanQuestion): Promise<PlannedQuery>;
  close(): Promise<void>;
}

/**
 * The longest that one plan may take. The planner explores, and some documents have very many ways to be answered; over some
 * supergraphs it never ends, and would have all the memory of the process after some seconds.
 */
const longestPlanMs = 4_000;

/** The thread ended or was ended before it answered. */
export class ThreadLost extends Error {
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

type FromWorker =
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

/** Starts one thread; its plans reject with `ThreadLost` where it ends before they are made. */
export async function startThread(supergraphSdl: string): Promise<Planner> {
  const worker = new Worker(path.join(__dirname, "planWorker.mjs"), { workerData: { supergraphSdl } });
  const waiting = new Map<number, Waiting>();
  let lost: string | null = null;
  const lose = (why: string): void => {
    lost ??= why;
    for (const [index, { reject, timer }] of [...waiting.values()].entries()) {
      clearTimeout(timer);
      reject(new ThreadLost(why, index === 0));
    }
    waiting.clear();
  };
  const apiSdl = await loaded(worker);
  worker.on("message", (message: Extract<FromWorker, { id: number }>) => settle(waiting, message));
  worker.on("error", ({ message }) => lose(message));
  worker.on("exit", () => lose("the planning thread ended"));
  worker.unref();
  let lastId = 0;
  return {
    apiSdl,
    plan: (question) =>
      new Promise((resolve, reject) => {
        if (lost !== null) {
          reject(new ThreadLost(lost, false));
          return;
        }
        const id = (lastId += 1);
        const timer = setTimeout(() => {
          lose("a plan took too long");
          void worker.terminate();
        }, longestPlanMs);
        waiting.set(id, { resolve, reject, timer });
        worker.postMessage({ id, ...question });
      }),
    close: async () => void (await worker.terminate()),
  };
}

async function loaded(worker: Worker): Promise<string> {
  return await new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (message: FromWorker) => {
      worker.off("error", reject);
      if ("apiSdl" in message) resolve(message.apiSdl);
      else reject(new Error(`The supergraph is not valid: ${reasonOf(message as { readonly refused: Failure })}`));
    });
  });
}

const reasonOf = ({ refused: { message, causes } }: { readonly refused: Failure }): string =>
  causes.length > 0 ? causes.join("; ") : message;

function settle(waiting: Map<number, Waiting>, message: Extract<FromWorker, { id: number }>): void {
  const asked = waiting.get(message.id);
  if (!asked) return;
  waiting.delete(message.id);
  clearTimeout(asked.timer);
  if ("failed" in message) asked.reject(new GraphQLError(message.failed.message));
  else asked.resolve({ plan: JSON.parse(message.plan) as QueryPlan });
}
