import {
  bulkhead,
  circuitBreaker,
  ExponentialBackoff,
  handleType,
  SamplingBreaker,
  wrap,
  type IPolicy,
} from "cockatiel";
import type { FormattedExecutionResult } from "graphql";

import { SliceFault } from "../slices/sliceFault";
import type { SliceTransport } from "../slices/sliceTransport";
import { underDeadline } from "./deadline";
import { isRead } from "./isRead";
import { repeated } from "./repeated";
import { defaultResilience, type ResilienceSettings } from "./resilienceSettings";
import { RetryBudget } from "./retryBudget";

/**
 * Bounds what a slice can cost: a time limit over everything, so many fetches at once and in the queue, none to a slice
 * that fails most of the time, and a read that could not be delivered sent again within a budget. A fetch whose client
 * has left stops; a mutation is let finish, within its time, so that what it did is known.
 */
export function resilient(transport: SliceTransport, settings: ResilienceSettings = defaultResilience): SliceTransport {
  const { timeoutMs, retries, retryBudgetPercent } = settings;
  const budget = new RetryBudget(retryBudgetPercent);
  const guard = guardOf(settings);
  const timeUp = (): SliceFault => new SliceFault("slow", `nothing came within ${String(timeoutMs)} ms`);
  return {
    async send(request, by, signal) {
      const once = (until: AbortSignal): Promise<FormattedExecutionResult> =>
        guard.execute(() => transport.send(request, by, until), until);
      if (!isRead(request.query)) return await underDeadline(once, { ms: timeoutMs, timeUp });
      budget.earn();
      return await underDeadline(
        (until) => repeated(() => once(until), { retries, budget, signal: until }),
        { ms: timeoutMs, timeUp },
        signal,
      );
    },
    close: () => transport.close(),
  };
}

/** Over how long the breaker looks back, and how many fetches a second it needs to judge. */
const breakerWindow = { duration: 10_000, minimumRps: 1 } as const;

/** How many times the first break the longest may be. */
const longestBreak = 10;

/**
 * The breaker stands inside the bulkhead: what waits for a slice's trial holds a place there, so that their number is
 * bounded too.
 */
function guardOf({ concurrency, queue, breakAtPercent, breakMs }: ResilienceSettings): IPolicy {
  if (breakAtPercent === 100) return bulkhead(concurrency, queue);
  const breaker = circuitBreaker(handleType(SliceFault), {
    // A slice that stays ill is tried less and less often: a trial may cost as much as any answer.
    halfOpenAfter: new ExponentialBackoff({ initialDelay: breakMs, maxDelay: longestBreak * breakMs }),
    breaker: new SamplingBreaker({ ...breakerWindow, threshold: breakAtPercent / 100 }),
  });
  return wrap(bulkhead(concurrency, queue), breaker);
}
