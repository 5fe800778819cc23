import { escapeIdentifier, type ClientBase } from "pg";

import { namedText } from "../database/statement";
import type { MergedRows } from "./importReport";
import type { MergePlan } from "./mergePlan";
import type { MergeTarget } from "./mergeTarget";
import { stagedTable } from "./stageRows";

/**
 * Puts the staged rows into the target. MERGE rather than INSERT … ON CONFLICT, which locks, and so writes to, every
 * row that it finds unchanged: a second import of a file would rewrite the table's pages.
 */
export async function mergeStaged(client: ClientBase, plan: MergePlan, target: MergeTarget): Promise<MergedRows> {
  const { rows } = await client.query<{ staged: string; inserted: string; updated: string }>(
    namedText({ name: "import.merge", text: mergeSql(plan, target) }),
  );
  const [inserted, updated, staged] = [Number(rows[0]?.inserted), Number(rows[0]?.updated), Number(rows[0]?.staged)];
  return { inserted, updated, unchanged: staged - inserted - updated };
}

function mergeSql(plan: MergePlan, target: MergeTarget): string {
  const filled = [
    ...plan.columns.filter(({ stagedOnly }) => !stagedOnly).map(({ name }) => name),
    ...(plan.references ?? []).map(({ into }) => into),
  ];
  const fixed = new Set<string>([...plan.key, ...(plan.insertOnly ?? [])]);
  const compared = filled.filter((name) => !fixed.has(name)).map((name) => escapeIdentifier(name));
  const names = filled.map((name) => escapeIdentifier(name));
  return `
    WITH merged AS (
      MERGE INTO ${target.name} AS target USING ${stagedTable} AS source
      ON ${plan.key.map((key) => `target.${escapeIdentifier(key)} = source.${escapeIdentifier(key)}`).join(" AND ")}
      ${updateSql(plan, compared)}
      WHEN NOT MATCHED THEN INSERT (${names.join(", ")}) VALUES (${names.map((name) => `source.${name}`).join(", ")})
      RETURNING merge_action() AS action)
    SELECT (SELECT count(*) FROM ${stagedTable}) AS staged,
      count(*) FILTER (WHERE action = 'INSERT') AS inserted, count(*) FILTER (WHERE action = 'UPDATE') AS updated
    FROM merged`;
}

function updateSql(plan: MergePlan, compared: readonly string[]): string {
  if (compared.length === 0) return "";
  const differs = compared.map((name) => `target.${name} IS DISTINCT FROM source.${name}`).join(" OR ");
  const besides = Object.entries(plan.onUpdate ?? {}).map(([column, sql]) => `${escapeIdentifier(column)} = ${sql}`);
  const sets = [...compared.map((name) => `${name} = source.${name}`), ...besides];
  return `WHEN MATCHED AND (${differs}) THEN UPDATE SET ${sets.join(", ")}`;
}
