/** What is killed, and comes back. */
export interface KilledGraph {
  /** Where the graph is, once it is there. */
  url(): Promise<string>;
  /** Kills without warning what answers, and resolves when it answers again. */
  killAndStart(): Promise<void>;
}

/** Whose answers arrived. */
export interface ReadsWhileKilled {
  /** Ids of the requests whose answer arrived, whole. */
  readonly answered: readonly string[];
  /** How many requests had no answer, or one without the person. */
  readonly unanswered: number;
}

/** Lets clients read one person while what answers them is killed again and again. */
export function readsWhileKilled(
  graph: KilledGraph,
  options: { readonly personId: string; readonly token: string; readonly kills: number },
): Promise<ReadsWhileKilled>;
