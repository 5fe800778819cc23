import { inTransaction, invariant, Role, type RequestContext, type WriteTransaction } from "@corespond/kit";

import { CountyDataError, refusedList, shapeProblems } from "./countyDataError";
import { countyDataSchema, type CheckedCountyData, type CountyData } from "./countyData";
import { countyTables, type CountyTable } from "./countyTables";
import { publishCodeSets } from "./publishCodeSets";
import { removeSql, upsertSql } from "./upsertSql";

/** How many rows of each list were added, changed or removed. */
export type CountyChanges = Readonly<Record<keyof CheckedCountyData, number>>;

/**
 * Brings the slice to a county's reference data in one transaction, set by set: rows are added or changed by their ids,
 * and none is removed but from the lists that are given whole (what an agency serves; a program's hours, holidays and
 * crisis numbers). A set of codes is only ever added. Loading the same again changes nothing. Throws a `CountyDataError` that names every field that is wrong.
 */
export async function loadCounty(context: RequestContext, data: CountyData): Promise<CountyChanges> {
  invariant(context.viewer.role === Role.SYSTEM, "Only the hub itself loads a county");
  const { data: checked, error } = countyDataSchema.safeParse(data);
  if (error) throw new CountyDataError(shapeProblems(error));
  return await inTransaction(context, async (transaction) => {
    await expectOwnOris(transaction, checked);
    const changes: Partial<Record<keyof CheckedCountyData, number>> = {};
    for (const table of countyTables) changes[table.list] = await bring(transaction, table, checked[table.list]);
    changes.natureCodeSets = await publishCodeSets(transaction, checked.natureCodeSets);
    await transaction.audit({ action: "loadCounty", subjects: {} });
    return changes as CountyChanges;
  });
}

async function bring(transaction: WriteTransaction, table: CountyTable, rows: readonly object[]): Promise<number> {
  if (rows.length === 0) return 0;
  const values = [JSON.stringify(rows)];
  const remove = removeSql(table);
  const removed =
    remove === null
      ? []
      : await transaction.query({ name: `agencies.county.remove.${table.table}`, text: remove, values });
  const changed = await transaction
    .query({ name: `agencies.county.upsert.${table.table}`, text: upsertSql(table), values })
    .catch((error: unknown) => {
      throw refusedList(table.list, error) ?? error;
    });
  return removed.length + changed.length;
}

/** An agency that was imported before has an id of its own: giving its ORI another would split it in two. */
async function expectOwnOris(transaction: WriteTransaction, { agencies }: CheckedCountyData): Promise<void> {
  const [taken] = await transaction.query<{ ori: string; id: string }>({
    name: "agencies.county.oris",
    text: `SELECT a.ori, a.id FROM agency a JOIN jsonb_to_recordset($1::jsonb) AS given (id uuid, ori text)
             ON given.ori = a.ori AND given.id <> a.id LIMIT 1`,
    values: [JSON.stringify(agencies)],
  });
  if (taken)
    throw new CountyDataError([`agencies: the agency with the ORI ${taken.ori} is known by another id: ${taken.id}`]);
}
