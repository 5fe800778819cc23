import { Role } from "@corespond/kit";

import type { Caller } from "../identity/caller";
import type { Gate } from "./schemaGates";

/** Why a gate does not let a caller pass. */
export type RefusalCode = "FORBIDDEN" | "STEP_UP_REQUIRED" | "UNAUTHENTICATED";

/**
 * Why a gate refuses a caller; null where it lets them pass. Scopes only narrow: a person's token without any scope of this
 * graph is narrowed by the person's role alone; a machine has the scopes that it was granted, and no other.
 */
export function refusalOf(gate: Gate, caller: Caller): RefusalCode | null {
  if (caller.viewer.role === Role.ANONYMOUS) return "UNAUTHENTICATED";
  const narrowed = caller.machine || caller.viewer.scopes.length > 0;
  if (narrowed && !holds(gate.scopes, (scope) => caller.viewer.scopes.includes(scope))) return "FORBIDDEN";
  if (holds(gate.policies, (policy) => policy === "cji" && caller.strong)) return null;
  const stepUp = !caller.machine && holds(gate.policies, (policy) => policy === "cji");
  return stepUp ? "STEP_UP_REQUIRED" : "FORBIDDEN";
}

/**
 * `cji`, criminal justice information: a person who signed in with several factors (CJISSECPOL, IA-2; rule L20). No machine
 * has it: none of them does, and a policy that is not known here lets nobody pass.
 */
function holds(alternatives: readonly (readonly string[])[], passes: (name: string) => boolean): boolean {
  return alternatives.length === 0 || alternatives.some((all) => all.every(passes));
}
