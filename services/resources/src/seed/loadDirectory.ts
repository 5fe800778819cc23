import { inTransaction, invariant, Role, type RequestContext, type WriteTransaction } from "@corespond/kit";

import { refreshDirectory } from "../directory/refreshDirectory";
import { directoryDataSchema, type DirectoryData } from "./directoryData";
import { directoryTables, type TableRows } from "./directoryTables";
import { columnName, insertNewSql, upsertSql } from "./upsertSql";

/** How many rows of each table were added or changed. */
export type DirectoryChanges = Readonly<Record<string, number>>;

/**
 * Brings a directory in by the ids that its author gives: rows are added or changed, none is removed, and loading the
 * same again changes nothing. A capacity that is known stays, for its provider may have updated it since. Throws a
 * ZodError that names every field that is wrong.
 */
export async function loadDirectory(context: RequestContext, data: DirectoryData): Promise<DirectoryChanges> {
  invariant(context.viewer.role === Role.SYSTEM, "Only the hub itself loads a directory");
  const checked = directoryDataSchema.parse(data);
  return await inTransaction(context, async (transaction) => {
    const changes: Record<string, number> = {};
    for (const rows of directoryTables(checked)) changes[rows.table] = await bring(transaction, rows);
    for (const statement of refreshDirectory(checked.source)) await transaction.query(statement);
    await transaction.audit({
      action: "loadDirectory",
      subjects: {},
    });
    return changes;
  });
}

async function bring(transaction: WriteTransaction, { table, rows }: TableRows): Promise<number> {
  const [first] = rows;
  if (first === undefined) return 0;
  const columns = Object.keys(first).map(columnName);
  const byColumn = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnName(name), value])),
  );
  const sql = table === "service_capacity" ? insertNewSql : upsertSql;
  const changed = await transaction.query({
    name: `resources.directory.load.${table}`,
    text: sql(table, columns),
    values: [JSON.stringify(byColumn)],
  });
  return changed.length;
}
