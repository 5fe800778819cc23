import type { DataSource } from "typeorm";

import { defineLoader, inKeyOrder, type LoaderDefinition } from "../context/loader";
import type { RequestContext } from "../context/requestContext";
import { uuidKeys } from "../context/uuidKeys";
import { readBatch } from "../database/readBatch";

/** What views are made from: the rows of one table, under an alias, and the policy's constructor. */
export interface ViewSource<R extends object, V> {
  /** The select list; see the kit's `rowColumns`. */
  readonly columns: (dataSource: DataSource) => string;
  /** The FROM clause: the table and its alias. */
  readonly from: string;
  readonly view: (context: RequestContext, row: R) => V;
  /** Learns from other slices what the views of a batch's rows depend on, before they are made. */
  readonly prepare?: (context: RequestContext, rows: readonly R[]) => Promise<void>;
}

/** Defines the loader of a noun by its id, whose column is `idSql`. */
export function idLoader<R extends object, V extends { readonly id: string }>(
  name: string,
  source: ViewSource<R, V> & { readonly idSql: string },
): LoaderDefinition<string, V> {
  return defineLoader(name, async (context, ids) => {
    const rows = await readBatch<R & Record<string, unknown>>(context, {
      name,
      text: `SELECT ${source.columns(context.database.dataSource)} FROM ${source.from} WHERE ${source.idSql} = ANY ($1)`,
      values: [uuidKeys(ids)],
      prepared: true,
    });
    await source.prepare?.(context, rows);
    const views = rows.map((row) => source.view(context, row));
    return inKeyOrder(
      ids.map((id) => id.toLowerCase()),
      views,
      ({ id }) => id,
    );
  });
}
