import type { TestPlace } from "../../e2e/harness/startTestHub";

/** A hub with the demonstration's data, as the proofs look at it. */
export interface World {
  close(): Promise<void>;
}

/** Opens a world on databases of its own, or in a place. */
export function openWorld(place?: TestPlace): Promise<World>;
