import type { RequestContext } from "../context/requestContext";
import { inTransaction } from "../database/writeTransaction";
import { invariant } from "../errors/invariant";
import { leastYearsKept } from "./auditUseSql";

/** A sealed block whose rows were removed. */
export interface PurgedBlock {
  readonly number: number;
  readonly rows: number;
}

/**
 * Removes the rows of whole sealed blocks, the oldest first, that are older than `years`, six or more; the database
 * refuses younger ones whatever it is asked. The blocks' hashes stay, and each purge is itself a row of the audit.
 */
export async function* purgeAudit(contextOf: () => RequestContext, years: number): AsyncGenerator<PurgedBlock> {
  invariant(years >= leastYearsKept, `audit rows are kept for ${String(leastYearsKept)} years or more`);
  for (;;) {
    const purged = await inTransaction(contextOf(), async (transaction) => {
      const [block] = await transaction.query<PurgedBlock & Record<string, unknown>>({
        name: `${transaction.context.database.slice}.audit.purge`,
        text: "SELECT block::int AS number, removed AS rows FROM corespond.audit_purge($1)",
        values: [years],
      });
      if (block)
        await transaction.audit({
          action: "purgeAudit",
          subjects: { AuditBlock: [String(block.number)] },
          basis: ["STATUTE"],
        });
      return block;
    });
    if (!purged) return;
    yield purged;
  }
}
