import { GraphQLError } from "graphql";

import { PlannerLost, startPlannerProcess, type Planner } from "./plannerProcess";
import type { PlannedQuery, PlanQuestion } from "./queryPlan";

/** Starts the planner; rejects, saying why, where the text is no supergraph. */
export async function startPlanner(supergraphSdl: string): Promise<Planner> {
  return await lastingPlanner(() => startPlannerProcess(supergraphSdl));
}

/**
 * A planner whose process is replaced, once, when it is lost. The plan that it was lost at is not tried again; those that
 * only waited behind it are.
 */
export async function lastingPlanner(start: () => Promise<Planner>): Promise<Planner> {
  /** While a process is there it begins to plan before whoever asks goes on. */
  let current: Planner | Promise<Planner> = await start();
  let closed = false;
  const { apiSdl } = current;
  const replace = (lost: Planner): void => {
    if (current !== lost || closed) return;
    current = start()
      .catch(() => lost)
      .then((now) => (current = now));
  };
  const plan = async (question: PlanQuestion, mayRetry: boolean): Promise<PlannedQuery> => {
    const asked = current instanceof Promise ? await current : current;
    try {
      return await asked.plan(question);
    } catch (error) {
      if (!(error instanceof PlannerLost)) throw error;
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
      await (await current).close();
    },
  };
}

const tooLate = (): GraphQLError =>
  new GraphQLError("The operation could not be planned in time. Ask for less at once.", {
    extensions: { code: "QUERY_TOO_LARGE" },
  });
