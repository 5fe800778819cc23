import type { QueryResultRow } from "pg";

import type { RequestContext } from "../context/requestContext";
import { uuidKeys } from "../context/uuidKeys";
import { badCursor, decodeCursor, encodeCursor, type Position } from "../graph/cursor";
import type { PageRequest } from "../graph/connectionArgs";
import type { PageInfo } from "../graph/pageInfo";
import { readBatch } from "./readBatch";

/** A list in SQL, for any number of parents at once. */
export interface PagedList {
  /** `slice.what`, for the statement's comment. */
  readonly name: string;
  /** The select list; see `rowColumns`. */
  readonly columns: string;
  /** The FROM clause's tables. */
  readonly from: string;
  /** Which rows belong to a parent: a condition that may name `parent.keys` (uuid[]) and `$n` of `values`, from `$2` on. */
  readonly where: string;
  readonly values: readonly unknown[];
  /** What the list is ordered by: an expression that is never null, and the primary key as its tiebreak. */
  readonly sort: {
    readonly sql: string;
    readonly type: "timestamptz" | "text" | "date" | "double precision";
    readonly descending: boolean;
  };
  readonly idSql: string;
}

/** One parent's page of rows. */
export interface RowPage<R> {
  readonly rows: readonly { readonly row: R; readonly cursor: string }[];
  readonly pageInfo: PageInfo;
}

interface PageRow extends QueryResultRow {
  readonly parentNumber: number;
  readonly sortText: string;
  readonly sortId: string;
}

/** The page of each parent, in the parents' order, in one statement. A parent is the ids that its rows belong to. */
export async function readPages<R extends QueryResultRow>(
  context: RequestContext,
  list: PagedList,
  request: { readonly parents: readonly (readonly string[])[]; readonly page: PageRequest },
): Promise<readonly RowPage<R>[]> {
  const { parents, page } = request;
  const rows = await readBatch<R & PageRow>(context, {
    name: list.name,
    text: pagesSql(list, page),
    values: [
      parentsJson(parents),
      ...list.values,
      ...boundsOf(page).flatMap(({ position }) => [position.sort, position.id]),
    ],
  }).catch(cursorErrors);
  const ofParents = parents.map((): (R & PageRow)[] => []);
  for (const row of rows) ofParents[row.parentNumber]?.push(row);
  return ofParents.map((found) => pageOf(found, page));
}

/**
 * How many rows each parent has for this viewer, in one statement. `OFFSET 0` keeps the planner from turning the parents
 * into a join over the whole table, where an index alone answers for each of them.
 */
export async function countPages(
  context: RequestContext,
  list: PagedList,
  parents: readonly (readonly string[])[],
): Promise<readonly number[]> {
  const rows = await readBatch<{ parentNumber: number; count: number }>(context, {
    name: `${list.name}.count`,
    text: `SELECT parent.number AS "parentNumber", count(*)::int AS count FROM ${parentsSql}, LATERAL (SELECT FROM ${list.from} WHERE ${list.where} OFFSET 0) item GROUP BY 1`,
    values: [parentsJson(parents), ...list.values],
  });
  const counts = new Map(rows.map(({ parentNumber, count }) => [parentNumber, count]));
  return parents.map((_, number) => counts.get(number) ?? 0);
}

const parentsSql = `(
  SELECT (p ->> 'n')::int AS number, ARRAY(SELECT jsonb_array_elements_text(p -> 'keys')::uuid) AS keys
  FROM jsonb_array_elements($1::jsonb) p) parent`;

const parentsJson = (parents: readonly (readonly string[])[]): string =>
  JSON.stringify(parents.map((keys, n) => ({ n, keys: uuidKeys(keys) })));

interface Bound {
  readonly position: Position;
  readonly after: boolean;
}

function boundsOf({ after, before }: PageRequest): readonly Bound[] {
  return [
    ...(after === null ? [] : [{ position: decodeCursor(after), after: true }]),
    ...(before === null ? [] : [{ position: decodeCursor(before), after: false }]),
  ];
}

function pagesSql(list: PagedList, page: PageRequest): string {
  const { sql, type, descending } = list.sort;
  const firstBound = list.values.length + 2;
  const bounds = boundsOf(page).map(({ after }, index) => {
    const [sortParameter, idParameter] = [firstBound + index * 2, firstBound + index * 2 + 1];
    const operator = after === descending ? "<" : ">";
    return `(${sql}, ${list.idSql}) ${operator} ($${String(sortParameter)}::${type}, $${String(idParameter)}::uuid)`;
  });
  const direction = descending === page.forward ? "DESC" : "ASC";
  return `
    SELECT parent.number AS "parentNumber", item.*
    FROM ${parentsSql}
    CROSS JOIN LATERAL (
      SELECT ${list.columns}, (${sql})::text AS "sortText", ${list.idSql} AS "sortId",
        row_number() OVER (ORDER BY ${sql} ${direction}, ${list.idSql} ${direction}) AS "sortNumber"
      FROM ${list.from}
      WHERE ${[`(${list.where})`, ...bounds].join(" AND ")}
      ORDER BY ${sql} ${direction}, ${list.idSql} ${direction}
      LIMIT ${String(page.size + 1)}) item
    ORDER BY parent.number, item."sortNumber"`;
}

function pageOf<R extends PageRow>(found: readonly R[], page: PageRequest): RowPage<R> {
  const more = found.length > page.size;
  const kept = found.slice(0, page.size);
  if (!page.forward) kept.reverse();
  const rows = kept.map((row) => ({ row, cursor: encodeCursor({ sort: row.sortText, id: row.sortId }) }));
  return {
    rows,
    pageInfo: {
      hasNextPage: page.forward ? more : page.before !== null,
      hasPreviousPage: page.forward ? page.after !== null : more,
      startCursor: rows[0]?.cursor ?? null,
      endCursor: rows.at(-1)?.cursor ?? null,
    },
  };
}

/** PostgreSQL's class 22 for a cursor's values (a text that is no timestamp, no uuid): the client's cursor, not our fault. */
function cursorErrors(error: unknown): never {
  const code = (error as { readonly code?: unknown }).code;
  if (typeof code === "string" && code.startsWith("22")) throw badCursor();
  throw error;
}
