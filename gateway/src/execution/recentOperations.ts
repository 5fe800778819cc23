import { getOperationAST, parse, validate } from "graphql";
import { LRUCache } from "lru-cache";

import type { Engine } from "../engine/engine";

/** An operation that clients asked lately; nothing of their variables is kept. */
interface RecentOperation {
  readonly source: string;
  readonly operationName: string | null;
}

/** How many operations are kept, and planned before another supergraph answers. */
const mostOperations = 100;
/** How long a supergraph that is ready otherwise waits for its plans, in milliseconds. */
const longestWarmUpMs = 5_000;

/** What clients asked lately, so that the supergraph that comes next has planned it before it answers anybody. */
export class RecentOperations {
  private readonly kept = new LRUCache<string, RecentOperation>({ max: mostOperations });

  /** `key` is the one under which the engine keeps the operation. */
  note(key: string, operation: RecentOperation): void {
    if (!this.kept.has(key)) this.kept.set(key, operation);
  }

  /** Has an engine plan them, the latest first, as far as its schema still allows them and time is left. */
  async warm(engine: Engine): Promise<void> {
    const until = performance.now() + longestWarmUpMs;
    for (const [key, { source, operationName }] of this.kept.entries()) {
      if (performance.now() > until) return;
      const document = parse(source, { noLocation: true });
      const operation = getOperationAST(document, operationName);
      if (!operation || validate(engine.schema, document).length > 0) continue;
      // What cannot be planned is told to the client that asks it.
      await engine.prepare({ key, document, operation, variables: {} }).catch(() => undefined);
    }
  }
}
