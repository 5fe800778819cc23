import { setTimeout as pause } from "node:timers/promises";

import { SliceFault } from "../slices/sliceFault";
import type { RetryBudget } from "./retryBudget";

const firstPauseMs = 20;

interface Repetition {
  readonly retries: number;
  readonly budget: RetryBudget;
  readonly signal: AbortSignal;
}

/** Does work again while it meets faults that pass, after pauses of random length that double, within the budget. */
export async function repeated<T>(work: () => Promise<T>, { retries, budget, signal }: Repetition): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const again = error instanceof SliceFault && error.passing && attempt < retries && !signal.aborted;
      if (!again || !budget.take()) throw error;
      await pause(Math.random() * firstPauseMs * 2 ** attempt, undefined, { signal });
    }
  }
}
