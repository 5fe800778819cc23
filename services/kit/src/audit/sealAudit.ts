import type { RequestContext } from "../context/requestContext";
import { inOneTrip } from "../database/inOneTrip";

/** A block that was cut: `hash` is its own, in hexadecimal. */
export interface SealedBlock {
  readonly number: number;
  readonly rows: number;
  readonly hash: string;
}

/** How many rows a block holds at most: a fault is searched for, and a purge removes, block by block. */
const blockSize = 1_000;

/**
 * Seals the rows of ended transactions that no block holds yet, block by block, each in a transaction of its own. One
 * sealer of a slice works at a time, whatever processes run.
 */
export async function* sealAudit(contextOf: () => RequestContext): AsyncGenerator<SealedBlock> {
  for (;;) {
    const context = contextOf();
    const [block] = await inOneTrip<SealedBlock & Record<string, unknown>>(context, "BEGIN", [
      {
        name: `${context.database.slice}.audit.seal`,
        text: `SELECT block::int AS number, sealed AS rows, block_hash AS hash FROM corespond.audit_seal($1)`,
        values: [blockSize],
      },
    ]);
    if (!block) return;
    yield block;
  }
}
