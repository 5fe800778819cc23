import { failNotFound, isUuid, rowColumns, type WriteTransaction } from "@corespond/kit";
import type { EntityTarget } from "typeorm";

/** Which row to lock, and how to speak of it where there is none for this viewer. */
export interface RowToLock<R extends object> {
  readonly target: EntityTarget<R>;
  readonly id: string;
  readonly noun: string;
  readonly field: readonly string[];
}

/**
 * Locks one row as the viewer sees it now, until the transaction ends: of two who act at once, the second decides on
 * what the first left. Row-level security makes absent and forbidden one answer.
 */
export async function lockRow<R extends object>(transaction: WriteTransaction, wanted: RowToLock<R>): Promise<R> {
  const { dataSource, slice } = transaction.context.database;
  const { tableName } = dataSource.getMetadata(wanted.target);
  if (!isUuid(wanted.id)) failNotFound(wanted.noun, wanted.field);
  const [row] = await transaction.query<R & Record<string, unknown>>({
    name: `${slice}.${tableName}.lock`,
    text: `SELECT ${rowColumns(dataSource, wanted.target, "r")} FROM "${tableName}" r WHERE r.id = $1 FOR UPDATE`,
    values: [wanted.id],
  });
  return row ?? failNotFound(wanted.noun, wanted.field);
}
