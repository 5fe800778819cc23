import { z } from "zod";

/** What one client may spend. */
export interface BudgetSettings {
  /** Estimated cost that a client may spend in each span of time; 0 sets no budget. */
  readonly points: number;
  /** The span, in seconds. */
  readonly seconds: number;
}

/** What holds where nothing is configured: some hundred operations a second of usual cost. */
export const defaultBudget: BudgetSettings = { points: 20_000_000, seconds: 60 };

/** The settings that differ. */
export const budgetSchema = z
  .strictObject({ points: z.number().int().min(0), seconds: z.number().int().min(1).max(86_400) })
  .partial();
