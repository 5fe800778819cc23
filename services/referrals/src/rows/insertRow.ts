import type { WriteTransaction } from "@corespond/kit";
import type { EntityTarget } from "typeorm";

/** Adds one row, every column given. Nothing is returned, so that row-level security need not let its author read it. */
export async function insertRow<R extends object>(
  transaction: WriteTransaction,
  target: EntityTarget<R>,
  row: Readonly<R>,
): Promise<void> {
  const { tableName, columns } = transaction.context.database.dataSource.getMetadata(target);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`);
  await transaction.query({
    name: `${transaction.context.database.slice}.${tableName}.insert`,
    text: `INSERT INTO "${tableName}" (${names.join(", ")}) VALUES (${names.map((_, n) => `$${n + 1}`).join(", ")})`,
    values: columns.map(({ propertyName }) => row[propertyName as keyof R]),
  });
}
