import { defineLoader, load, type LoaderDefinition } from "../context/loader";
import type { RequestContext } from "../context/requestContext";
import { readBatch } from "../database/readBatch";
import type { ViewSource } from "./idLoader";

/** Whose list, and as of which day (`YYYY-MM-DD`); what null means is for the list to say. */
export interface ListKey {
  readonly parent: string;
  readonly asOf: string | null;
}

/** A list that is bounded by nature, for any number of parents in one statement. */
export interface ListSource<R extends object, V> extends ViewSource<R, V> {
  /** Which rows belong to a key: a condition that may name `key.parent` (uuid) and `key.as_of` (date). */
  readonly where: string;
  readonly orderBy: string;
}

/** Defines the loader of such a list. */
export function listLoader<R extends object, V>(
  name: string,
  source: ListSource<R, V>,
): LoaderDefinition<ListKey, readonly V[]> {
  return defineLoader(name, async (context, keys) => {
    const rows = await readBatch<R & { readonly keyNumber: number }>(context, {
      name,
      text: `SELECT key.number AS "keyNumber", ${source.columns(context.database.dataSource)}
             FROM jsonb_to_recordset($1::jsonb) AS key (number integer, parent uuid, as_of date), ${source.from}
             WHERE ${source.where} ORDER BY ${source.orderBy}`,
      values: [JSON.stringify(keys.map(({ parent, asOf }, number) => ({ number, parent, as_of: asOf })))],
    });
    await source.prepare?.(context, rows);
    const lists: V[][] = keys.map(() => []);
    for (const row of rows) lists[row.keyNumber]?.push(source.view(context, row));
    return lists;
  });
}

/** The list of one parent. */
export async function loadList<V>(
  context: RequestContext,
  loader: LoaderDefinition<ListKey, readonly V[]>,
  key: ListKey,
): Promise<readonly V[]> {
  return (await load(context, loader, key)) ?? [];
}
