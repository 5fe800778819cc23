import type { PreparedOperation } from "../engine/operation/preparedOperation";
import { compiledText } from "./compiledText";

/** A plan as text, as Apollo's planner prints it and as the engine compiled it. */
export async function planText(prepared: PreparedOperation): Promise<string> {
  // The planner lives on a thread of its own; this thread reads it only to print.
  const { prettyFormatQueryPlan } = await import("@apollo/query-planner");
  return `${prettyFormatQueryPlan(prepared.plan.source)}\n\n${compiledText(prepared)}\n`;
}
