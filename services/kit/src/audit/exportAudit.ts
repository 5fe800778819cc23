import type { RequestContext } from "../context/requestContext";
import { readBatch } from "../database/readBatch";

/** Where an export begins: after a position that an earlier one gave, or at an instant (RFC 3339), or at the start. */
export interface ExportStart {
  readonly after?: string;
  readonly since?: string;
}

/** An audit row as it leaves: ids, codes and names of fields. `position` resumes an export after it. */
export interface ExportedEntry {
  readonly position: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

const rowsAtOnce = 2_000;

/** A position: the transaction's number and the row's, `12345.678`. */
export const exportPosition = /^(\d{1,18})\.(\d{1,18})$/;

/**
 * Streams a slice's audit in the order in which it is sealed. Rows of transactions that have not ended are left for the
 * next export, so that resuming by position misses none.
 */
export async function* exportAudit(
  contextOf: () => RequestContext,
  { after, since }: ExportStart,
): AsyncGenerator<ExportedEntry> {
  let [, transaction = "-1", position = "-1"] = exportPosition.exec(after ?? "") ?? [];
  for (;;) {
    const context = contextOf();
    const rows = await readBatch<{ transaction: string; position: string; entry: Readonly<Record<string, unknown>> }>(
      context,
      {
        name: `${context.database.slice}.audit.export`,
        text: `SELECT transaction, "position", entry FROM corespond.audit_export($1, $2, $3, $4)`,
        values: [transaction, position, since ?? null, rowsAtOnce],
      },
    );
    for (const row of rows) yield { position: `${row.transaction}.${row.position}`, entry: row.entry };
    const last = rows.at(-1);
    if (!last) return;
    ({ transaction, position } = last);
  }
}
