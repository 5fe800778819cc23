import {
  bulkhead,
  type BulkheadPolicy,
  circuitBreaker,
  CircuitState,
  ExponentialBackoff,
  handleType,
  SamplingBreaker,
  wrap,
} from "cockatiel";
import type { FormattedExecutionResult } from "graphql";

import { SliceFault, tooSlow } from "../slices/sliceFault";
import type { SliceTransport } from "../slices/sliceTransport";
import { underDeadline } from "./deadline";
import { isRead } from "./isRead";
import { repeated } from "./repeated";
import { defaultResilience, type ResilienceSettings } from "./resilienceSettings";
import { RetryBudget } from "./retryBudget";

/**
 * Bounds what a slice can cost: so many fetches at once and in the queue, none to a slice that fails most of the time, a
 * read that could not be delivered sent again within a budget, and a time limit over all of that. The transport bounds one
 * exchange by the same limit; where there is nothing to wait for beside it, no second timer is set. A fetch whose client has
 * left stops; a mutation is let finish, within its time, so that what it did is known.
 */
export function resilient(transport: SliceTransport, settings: ResilienceSettings = defaultResilience): SliceTransport {
  const { timeoutMs, retries, retryBudgetPercent } = settings;
  const budget = new RetryBudget(retryBudgetPercent);
  const guard = new SliceGuard(settings);
  return {
    async send(request, by, signal) {
      const read = isRead(request.query);
      const leave = read ? signal : undefined;
      const startedAt = performance.now();
      const once = (until?: AbortSignal): Promise<FormattedExecutionResult> =>
        guard.policy.execute(() => transport.send(request, by, until), until);
      const bounded = (work: (until: AbortSignal) => Promise<FormattedExecutionResult>) => {
        const ms = Math.max(0, timeoutMs - (performance.now() - startedAt));
        return underDeadline(work, { ms, timeUp: () => tooSlow(timeoutMs) }, leave);
      };
      if (read) budget.earn();
      const first = guard.isFree ? once(leave) : bounded(once);
      if (!read || retries === 0) return await first;
      return await first.catch((error: unknown) => {
        if (leave?.aborted || !passes(error) || !budget.take()) throw error;
        return bounded((until) => repeated(() => once(until), { retries: retries - 1, budget, signal: until }));
      });
    },
    close: () => transport.close(),
  };
}

const passes = (error: unknown): boolean => error instanceof SliceFault && error.passing;

/** Over how long the breaker looks back, and how many fetches a second it needs to judge. */
const breakerWindow = { duration: 10_000, minimumRps: 1 } as const;

/** How many times the first break the longest may be. */
const longestBreak = 10;

/**
 * A slice's bulkhead, and in it its breaker: what waits for a slice's trial holds a place there, so that their number is
 * bounded too.
 */
class SliceGuard {
  readonly policy;
  readonly #bulkhead: BulkheadPolicy;
  readonly #breaker;

  constructor({ concurrency, queue, breakAtPercent, breakMs }: ResilienceSettings) {
    this.#bulkhead = bulkhead(concurrency, queue);
    this.#breaker = circuitBreaker(
      handleType(SliceFault, ({ isIllness }) => isIllness && breakAtPercent < 100),
      {
        // A slice that stays ill is tried less and less often: a trial may cost as much as any answer.
        halfOpenAfter: new ExponentialBackoff({ initialDelay: breakMs, maxDelay: longestBreak * breakMs }),
        breaker: new SamplingBreaker({ ...breakerWindow, threshold: Math.min(breakAtPercent, 99) / 100 }),
      },
    );
    this.policy = wrap(this.#bulkhead, this.#breaker);
  }

  /** Whether a fetch would start at once. */
  get isFree(): boolean {
    return this.#bulkhead.executionSlots > 0 && this.#breaker.state === CircuitState.Closed;
  }
}
