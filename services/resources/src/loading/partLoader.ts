import {
  defineLoader,
  isUuid,
  load,
  readBatch,
  type LoaderDefinition,
  type RequestContext,
  type ViewSource,
} from "@corespond/kit";

/** The most items that a list without pages gives. */
const longestPartList = 100;

/** Parts of a record that stand in a table of their own, such as the telephones of a service. */
export interface PartSource<R extends object, V> extends ViewSource<R, V> {
  /** Which rows are parts of the record `key.parent` (uuid). */
  readonly where: string;
  readonly orderBy: string;
}

/** Loads the parts of a record by its id. */
export type PartLoader<V> = LoaderDefinition<string, readonly V[]>;

/** Defines such a list's loader: the first 100 parts of any number of records, in one statement. */
export function partLoader<R extends object, V>(name: string, source: PartSource<R, V>): PartLoader<V> {
  return defineLoader(name, async (context, parents) => {
    const rows = await readBatch<R & { readonly keyNumber: number }>(context, {
      name,
      text: `SELECT key.number AS "keyNumber", part.*
        FROM jsonb_to_recordset($1::jsonb) AS key (number integer, parent uuid)
        CROSS JOIN LATERAL (
          SELECT ${source.columns(context.database.dataSource)}, row_number() OVER (ORDER BY ${source.orderBy}) AS "partNumber"
          FROM ${source.from} WHERE ${source.where} ORDER BY ${source.orderBy} LIMIT ${longestPartList}) part
        ORDER BY key.number, part."partNumber"`,
      values: [
        JSON.stringify(parents.map((parent, number) => ({ number, parent })).filter(({ parent }) => isUuid(parent))),
      ],
    });
    const lists: V[][] = parents.map(() => []);
    for (const row of rows) lists[row.keyNumber]?.push(source.view(context, row));
    return lists;
  });
}

/** The parts of one record. */
export async function loadParts<V>(
  context: RequestContext,
  loader: PartLoader<V>,
  parent: string,
): Promise<readonly V[]> {
  return (await load(context, loader, parent)) ?? [];
}
