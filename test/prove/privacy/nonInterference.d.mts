import type { World } from "./openWorld.mjs";

/** How many pairs of worlds were compared, and what differed. */
export interface SilenceProof {
  readonly pairs: number;
  readonly violations: number;
  readonly problems: readonly string[];
}

/** Worlds that differ only in what a viewer may not see answer alike. */
export function nonInterference(
  world: World,
  options: { readonly pairs: number; readonly seed: number },
): Promise<SilenceProof>;
