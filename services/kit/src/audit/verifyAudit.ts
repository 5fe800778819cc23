import type { RequestContext } from "../context/requestContext";
import { readBatch } from "../database/readBatch";

/** What is wrong with a sealed block, or with a row inside its range, which is then named. */
export interface AuditFault {
  readonly fault:
    | "ROW_INSERTED"
    | "ROW_REMOVED"
    | "ROW_CHANGED"
    | "ROW_REORDERED"
    | "BLOCK_REMOVED"
    | "BLOCK_CHANGED"
    | "CHAIN_BROKEN"
    | "PURGED_EARLY";
  readonly entryId: string | null;
}

/** What the verification of one block found. */
export interface VerifiedBlock {
  readonly number: number;
  readonly rows: number;
  readonly hash: string;
  /** Its rows were removed after their time; the chain goes on over its hash. */
  readonly purged: boolean;
  readonly faults: readonly AuditFault[];
}

/** So many blocks are verified in one statement, well within its time limit. */
const blocksAtOnce = 50;

/** Computes every sealed block of a slice anew, the oldest first. */
export async function* verifyAudit(contextOf: () => RequestContext): AsyncGenerator<VerifiedBlock> {
  let last = 0;
  for (;;) {
    const context = contextOf();
    const blocks = await readBatch<VerifiedBlock & Record<string, unknown>>(context, {
      name: `${context.database.slice}.audit.verify`,
      text: `SELECT block::int AS number, row_count AS rows, block_hash AS hash, purged, faults
             FROM corespond.audit_verify($1, $2)`,
      values: [last, blocksAtOnce],
    });
    yield* blocks;
    const newest = blocks.at(-1);
    if (!newest) return;
    last = newest.number;
  }
}
