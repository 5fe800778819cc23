import { z } from "zod";

/** What an operation may cost, and what is done about it. */
export interface DemandSettings {
  /**
   * `enforce` refuses what is too expensive, `declared` does where the supergraph declares costs or sizes, `measure` reports
   * only, `off` does neither.
   */
  readonly mode: "enforce" | "declared" | "measure" | "off";
  /** The highest estimate that runs. */
  readonly maxCost: number;
  /** What a list holds of which nothing else is known. */
  readonly listSize: number;
  /** Where estimate and actual cost are told: in the log, in the log and the answer's `extensions.cost`, or nowhere. */
  readonly report: "log" | "answer" | "off";
}

/** What holds where nothing is configured. */
export const defaultDemand: DemandSettings = { mode: "enforce", maxCost: 50_000, listSize: 10, report: "log" };

/** The settings that differ. */
export const demandSchema = z
  .strictObject({
    mode: z.enum(["enforce", "declared", "measure", "off"]),
    maxCost: z.number().positive(),
    listSize: z.number().int().min(0).max(10_000),
    report: z.enum(["log", "answer", "off"]),
  })
  .partial();
