import { escapeIdentifier, type ClientBase } from "pg";

import { namedText } from "../database/statement";
import { invariant } from "../errors/invariant";
import type { MergePlan } from "./mergePlan";

/** A merge's target as the database's catalogue knows it. */
export interface MergeTarget {
  /** Schema and table, quoted. */
  readonly name: string;
  /** The SQL type of every column that the plan fills, by column. */
  readonly types: ReadonlyMap<string, string>;
}

/** Schema and table as SQL names them. */
export function qualifiedName(table: string, schema = "public"): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
}

/**
 * Reads the types of the target's columns, so that a value is tried against exactly what the table will accept and a
 * second import of the same value (rounded, padded) finds it unchanged.
 */
export async function describeTarget(client: ClientBase, plan: MergePlan): Promise<MergeTarget> {
  const name = qualifiedName(plan.table, plan.schema);
  const text = `SELECT attname AS column, format_type(atttypid, atttypmod) AS type
    FROM pg_catalog.pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`;
  const { rows } = await client.query<{ column: string; type: string }>(namedText({ name: "import.describe", text }), [
    name,
  ]);
  const types = new Map(rows.map(({ column, type }) => [column, type]));
  const filled = [
    ...plan.columns.filter(({ stagedOnly }) => !stagedOnly).map((column) => column.name),
    ...(plan.references ?? []).map(({ into }) => into),
  ];
  for (const column of filled)
    invariant(types.has(column), `A merge fills columns of ${name}, but it has no column ${column}`);
  return { name, types };
}
