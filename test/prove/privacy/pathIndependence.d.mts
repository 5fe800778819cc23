import type { World } from "./openWorld.mjs";

/** What was compared, and what differed. */
export interface PathProof {
  readonly cases: number;
  readonly violations: number;
  readonly problems: readonly string[];
}

/** The same record by every path. */
export function pathIndependence(
  world: World,
  options: { readonly runs: number; readonly seed: number },
): Promise<PathProof>;
