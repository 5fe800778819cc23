import { escapeIdentifier, escapeLiteral, type ClientBase } from "pg";

import type { MergePlan } from "./mergePlan";
import { stagedTable } from "./stageRows";
import { addStagedRejections } from "./stagedRejections";

/** Takes out, and reports, every staged row whose key an earlier row of the file has. */
export async function rejectDuplicates(client: ClientBase, plan: MergePlan): Promise<void> {
  const keys = plan.key.map((name) => escapeIdentifier(name));
  const fields = plan.key.map((key) => plan.columns.find(({ name }) => name === key)?.field ?? key);
  const sameKey = (left: string, right: string): string =>
    keys.map((key) => `${left}.${key} = ${right}.${key}`).join(" AND ");
  await addStagedRejections(
    client,
    { severity: "rejected", code: "DUPLICATE_KEY" },
    {
      name: "import.duplicates",
      with: `WITH repeated AS (
        SELECT ${keys.join(", ")}, min(import_ordinal) AS first FROM ${stagedTable} GROUP BY ${keys.join(", ")} HAVING count(*) > 1
      ), known AS (
        SELECT repeated.*, winner.import_line AS first_line FROM repeated JOIN ${stagedTable} AS winner ON winner.import_ordinal = repeated.first
      ), duplicate AS (
        DELETE FROM ${stagedTable} AS staged USING known
        WHERE ${sameKey("staged", "known")} AND staged.import_ordinal > known.first
        RETURNING staged.import_line, concat_ws(', ', ${keys.map((key) => `staged.${key}::text`).join(", ")}) AS value, known.first_line
      )`,
      select: `SELECT import_line, ${escapeLiteral(fields.join(", "))}, value, 'is the key of line ' || first_line || ' already' FROM duplicate`,
    },
  );
}
