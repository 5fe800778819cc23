import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import { graphError } from "@corespond/kit";
import { GraphQLError } from "graphql";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import type { GatewayContext } from "../gatewayContext";
import type { BudgetSettings } from "./budgetSettings";
import { clientOf } from "./clientOf";
import { rateLimitHeaders } from "./rateLimitHeaders";

/** Takes each operation's estimated cost from its client's budget, tells what is left, and refuses what exceeds it. */
export function clientBudgets(settings: BudgetSettings): ApolloServerPlugin<GatewayContext> {
  const { points, seconds } = settings;
  if (points === 0) return {};
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  const headersOf = ({ remainingPoints, msBeforeNext }: RateLimiterRes) =>
    rateLimitHeaders({ points, seconds, left: remainingPoints, resetMs: msBeforeNext });
  return {
    requestDidStart: () =>
      Promise.resolve({
        async didResolveOperation({ contextValue, response }) {
          const client = clientOf(contextValue);
          if (client === undefined) return;
          const spent = await spend(limiter, client, contextValue.cost?.estimated ?? 1);
          for (const [name, value] of headersOf(spent.state)) response.http.headers.set(name, value);
          if (spent.exceeded) throw exceeded(spent.state.msBeforeNext);
        },
      }),
  };
}

interface Spent {
  readonly state: RateLimiterRes;
  readonly exceeded: boolean;
}

async function spend(limiter: RateLimiterMemory, client: string, cost: number): Promise<Spent> {
  try {
    return { state: await limiter.consume(client, Math.max(1, Math.ceil(cost))), exceeded: false };
  } catch (error) {
    // What the limiter rejects with where a budget is spent is its state, no error.
    if (!(error instanceof RateLimiterRes)) throw error;
    return { state: error, exceeded: true };
  }
}

function exceeded(ms: number): GraphQLError {
  const seconds = String(Math.max(1, Math.ceil(ms / 1_000)));
  const { message, extensions } = graphError(
    "REQUEST_RATE_LIMITED",
    `The budget for this span of time is spent; the next begins in ${seconds} s.`,
    { retryable: true },
  );
  const http = { status: 429, headers: new HeaderMap([["retry-after", seconds]]) };
  return new GraphQLError(message, { extensions: { ...extensions, http } });
}
