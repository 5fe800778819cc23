import type { World } from "./openWorld.mjs";

/** How many flips of rules there were, and which nobody noticed. */
export interface MutantProof {
  readonly total: number;
  readonly survived: number;
  readonly survivors: readonly string[];
  /** Tables and types whose rules say something else than was approved. */
  readonly drifted: readonly string[];
}

/** Flips a share of all rules, and leaves the world planted. */
export function policyMutants(world: World, options: { readonly share?: number }): Promise<MutantProof>;
