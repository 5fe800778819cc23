import { getOperationAST, parse, print, validate, type DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

import type { Engine } from "../engine/engine";

/** An operation that clients asked lately; nothing of their variables is kept. */
interface RecentOperation {
  /** What was executed: what the gates left of the client's document, where they left something out. */
  readonly text: string;
  readonly operationName: string | null;
}

/** How many operations are kept, and planned before another supergraph answers. */
const mostOperations = 100;
/** How long a supergraph that is ready otherwise waits for its plans, in milliseconds. */
const longestWarmUpMs = 5_000;

/** What clients asked lately, so that the supergraph that comes next has planned it before it answers anybody. */
export class RecentOperations {
  private readonly kept = new LRUCache<string, RecentOperation>({ max: mostOperations });

  /**
   * `key` is the one under which the engine keeps the operation, and `document` what it executes by that key: another
   * caller's part of the same document has another.
   */
  note(key: string, document: DocumentNode, operationName: string | null): void {
    if (!this.kept.get(key)) this.kept.set(key, { text: print(document), operationName });
  }

  /** Has an engine plan them, the latest first, as far as its schema still allows them and time is left. */
  async warm(engine: Engine): Promise<void> {
    const until = performance.now() + longestWarmUpMs;
    for (const [key, { text, operationName }] of this.kept.entries()) {
      if (performance.now() > until) return;
      const document = parse(text, { noLocation: true });
      const operation = getOperationAST(document, operationName);
      if (!operation || validate(engine.schema, document).length > 0) continue;
      // What cannot be planned is told to the client that asks it.
      await engine.prepare({ key, document, operation, variables: {} }).catch(() => undefined);
    }
  }
}
