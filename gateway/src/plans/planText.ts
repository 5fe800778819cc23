import type { CompiledPlan } from "../engine/compile/compiledPlan";
import { compiledText } from "./compiledText";

/** A plan as text, as Apollo's planner prints it and as the engine compiled it. */
export async function planText(plan: CompiledPlan): Promise<string> {
  // The planner lives on a thread of its own; this thread reads it only to print.
  const { prettyFormatQueryPlan } = await import("@apollo/query-planner");
  return `${prettyFormatQueryPlan(plan.source)}\n\n${compiledText(plan)}\n`;
}
