import { GraphQLError } from "graphql";

import { startThread, ThreadLost, type Planner } from "./planThread";
import type { PlannedQuery, PlanQuestion } from "./queryPlan";

/** Starts the planning thread; rejects, saying why, where the text is no supergraph. */
export async function startPlanner(supergraphSdl: string): Promise<Planner> {
  return await lastingPlanner(() => startThread(supergraphSdl));
}

/**
 * A planner whose thread is replaced, once, when it is lost. The plan that it was lost at is not tried again; those that
 * only waited behind it are.
 */
export async function lastingPlanner(start: () => Promise<Planner>): Promise<Planner> {
  /** While a thread is there it begins to plan before whoever asks goes on. */
  let thread: Planner | Promise<Planner> = await start();
  let closed = false;
  const { apiSdl } = thread;
  const replace = (lost: Planner): void => {
    if (thread !== lost || closed) return;
    thread = start()
      .catch(() => lost)
      .then((now) => (thread = now));
  };
  const plan = async (question: PlanQuestion, mayRetry: boolean): Promise<PlannedQuery> => {
    const asked = thread instanceof Promise ? await thread : thread;
    try {
      return await asked.plan(question);
    } catch (error) {
      if (!(error instanceof ThreadLost)) throw error;
      replace(asked);
      if (!error.meanwhile && mayRetry && !closed) return await plan(question, false);
      throw tooLate();
    }
  };
  return {
    apiSdl,
    plan: (question) => plan(question, true),
    close: async () => {
      closed = true;
      await (await thread).close();
    },
  };
}

const tooLate = (): GraphQLError =>
  new GraphQLError("The operation could not be planned in time. Ask for less at once.", {
    extensions: { code: "QUERY_TOO_LARGE" },
  });
