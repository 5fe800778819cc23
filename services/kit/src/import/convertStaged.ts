import { escapeIdentifier, escapeLiteral, type ClientBase } from "pg";

import { namedText } from "../database/statement";
import type { MergePlan } from "./mergePlan";
import type { MergeTarget } from "./mergeTarget";
import { stagedTable } from "./stageRows";
import { addStagedRejections } from "./stagedRejections";

/**
 * Gives the staged columns the target's types. Rows with a value that the type does not accept (no date, a text too
 * long, an unknown member of an enum) are taken out and reported with PostgreSQL's own reason.
 */
export async function convertStaged(client: ClientBase, plan: MergePlan, target: MergeTarget): Promise<void> {
  const typed = plan.columns
    .filter(({ stagedOnly }) => !stagedOnly)
    .map(({ name, field = name }) => ({
      name: escapeIdentifier(name),
      field: escapeLiteral(field),
      type: target.types.get(name) ?? "text",
    }))
    .filter(({ type }) => type !== "text");
  if (typed.length === 0) return;
  const invalid = typed
    .map(({ name, type }) => `pg_input_is_valid(${name}, ${escapeLiteral(type)}) IS FALSE`)
    .join(" OR ");
  const values = typed
    .map(({ name, field, type }, index) => `(${index}, ${field}, bad.${name}, ${escapeLiteral(type)})`)
    .join(", ");
  await addStagedRejections(
    client,
    { severity: "rejected", code: "INVALID_VALUE" },
    {
      name: "import.convert.reject",
      with: `WITH bad AS (DELETE FROM ${stagedTable} WHERE ${invalid} RETURNING *)`,
      select: `SELECT bad.import_line, first.field, first.value, 'is not a valid ' || first.type || ': ' || error.message
      FROM bad CROSS JOIN LATERAL (
        SELECT field, value, type FROM (VALUES ${values}) AS tried (place, field, value, type)
        WHERE pg_input_is_valid(value, type) IS FALSE ORDER BY place LIMIT 1) AS first
      CROSS JOIN LATERAL pg_input_error_info(first.value, first.type) AS error`,
    },
  );
  const alterations = typed
    .map(({ name, type }) => `ALTER COLUMN ${name} TYPE ${type} USING ${name}::${type}`)
    .join(", ");
  await client.query(namedText({ name: "import.convert", text: `ALTER TABLE ${stagedTable} ${alterations}` }));
  await client.query(namedText({ name: "import.analyze", text: `ANALYZE ${stagedTable}` }));
}
