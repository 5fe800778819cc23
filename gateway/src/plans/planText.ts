import type { PreparedOperation } from "../engine/operation/preparedOperation";
import { compiledText } from "./compiledText";

/** A plan as text, as Apollo's planner prints it and as the engine compiled it. */
export async function planText(prepared: PreparedOperation): Promise<string> {
  // The planner lives in a process of its own; this one reads it only to print.
  const { prettyFormatQueryPlan } = await import("@apollo/query-planner");
  return `${prettyFormatQueryPlan(prepared.plan.source)}\n\n${compiledText(prepared)}\n`;
}
