import type { FetchNode } from "../plan/queryPlan";
import type { ContextValue } from "./contextValue";
import type { PathStep } from "./flattenPath";
import type { OutputRewrite } from "./outputRewrite";
import type { Representations } from "./representation";

/** One question of a plan to one slice, ready to be asked. */
export interface CompiledFetch {
  readonly id: number;
  readonly node: FetchNode;
  readonly slice: string;
  /** The way to the entities; empty for a question to the root. */
  readonly path: readonly PathStep[];
  /** What the slice is told of each entity; null for a question to the root. */
  readonly represent: Representations | null;
  /** The client's variables that the operation uses. */
  readonly variables: readonly string[];
  readonly rewrites: readonly OutputRewrite[];
  /** Response names of the slice, and what they are for the client. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Variables whose values come from what stands above each entity. */
  readonly contexts: readonly ContextValue[];
  /** Whether each place of an entity is asked about for itself: the plan has values from above, which may differ. */
  readonly apart: boolean;
  /** The fetches that have to be merged before this one is asked. */
  readonly after: readonly number[];
  /** The block of the answer that the fetch belongs to: 0, or a deferred one. */
  readonly block: number;
}
