import { invariant, type WriteTransaction } from "@corespond/kit";
import type { EntityTarget } from "typeorm";

/** A row to change: its table's class and its id. */
export interface RowToChange<R extends object> {
  readonly target: EntityTarget<R>;
  readonly id: string;
}

/** Changes the named columns of one row that the transaction has locked. */
export async function updateRow<R extends object>(
  transaction: WriteTransaction,
  { target, id }: RowToChange<R>,
  changes: Partial<R>,
): Promise<void> {
  const { tableName, columns } = transaction.context.database.dataSource.getMetadata(target);
  const changed = columns.filter(({ propertyName }) => propertyName in changes);
  invariant(changed.length > 0, "an update changes something");
  const assignments = changed.map(({ databaseName }, n) => `"${databaseName}" = $${n + 2}`);
  await transaction.query({
    name: `${transaction.context.database.slice}.${tableName}.update`,
    text: `UPDATE "${tableName}" SET ${assignments.join(", ")} WHERE id = $1`,
    values: [id, ...changed.map(({ propertyName }) => changes[propertyName as keyof R])],
  });
}
