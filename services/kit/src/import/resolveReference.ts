import { escapeIdentifier, escapeLiteral, type ClientBase } from "pg";

import { namedText } from "../database/statement";
import type { MergeReference } from "./mergePlan";
import { qualifiedName } from "./mergeTarget";
import { addStagedRejections } from "./stagedRejections";

/** A reference to resolve in a staged table. */
export interface StagedReference extends MergeReference {
  readonly tempTable: string;
  /** How the file names the column. */
  readonly field: string;
  /** The parents may also be among the staged rows, whose columns are named as the parent table's. */
  readonly withinStaged: boolean;
}

/**
 * Finds the parents of all staged rows at once and stores their ids in `into`. A row whose parent does not exist is
 * taken out and reported, and with it, in a hierarchy, the rows below it; or it stays without a parent and is reported
 * as a warning.
 */
export async function resolveReference(client: ClientBase, reference: StagedReference): Promise<void> {
  const orphan = orphans(reference);
  if (reference.onMissing === "warn") {
    await addStagedRejections(
      client,
      { severity: "warning", code: "MISSING_PARENT" },
      {
        name: "import.reference.warn",
        with: "",
        select: `SELECT import_line, field, value, reason || '; the row is kept without it' FROM (${orphan.select}) AS orphan`,
      },
    );
  } else {
    await rejectOrphans(client, reference, orphan);
  }
  for (const parents of parentSources(reference)) await fill(client, reference, parents);
}

interface Orphans {
  readonly condition: string;
  readonly select: string;
}

function orphans(reference: StagedReference): Orphans {
  const absent = parentSources(reference).map(
    (parents) => `NOT EXISTS (SELECT FROM ${parents} AS parent WHERE ${match(reference)})`,
  );
  const column = escapeIdentifier(reference.column);
  const condition = `staged.${column} IS NOT NULL AND ${absent.join(" AND ")}`;
  const reason = escapeLiteral(`names no existing ${reference.parentTable}`);
  const shown = `import_line, ${escapeLiteral(reference.field)} AS field, staged.${column}::text AS value, ${reason} AS reason`;
  return { condition, select: `SELECT ${shown} FROM ${reference.tempTable} AS staged WHERE ${condition}` };
}

async function rejectOrphans(client: ClientBase, reference: StagedReference, { condition }: Orphans): Promise<void> {
  const column = escapeIdentifier(reference.column);
  const reject = async (): Promise<number> =>
    await addStagedRejections(
      client,
      { severity: "rejected", code: "MISSING_PARENT" },
      {
        name: "import.reference.reject",
        with: `WITH orphan AS (DELETE FROM ${reference.tempTable} AS staged WHERE ${condition} RETURNING import_line, staged.${column}::text AS value)`,
        select: `SELECT import_line, ${escapeLiteral(reference.field)}, value, ${escapeLiteral(`names no existing ${reference.parentTable}`)} FROM orphan`,
      },
    );
  // A rejected row may have been another one's parent, so a hierarchy is done when a round finds nothing more.
  while ((await reject()) > 0 && reference.withinStaged);
}

async function fill(client: ClientBase, reference: StagedReference, parents: string): Promise<void> {
  const into = escapeIdentifier(reference.into);
  const text = `UPDATE ${reference.tempTable} AS staged SET ${into} = parent.${escapeIdentifier(reference.parentId ?? "id")}
    FROM ${parents} AS parent WHERE staged.${into} IS NULL AND ${match(reference)}`;
  await client.query(namedText({ name: "import.reference", text }));
}

/** The table first: a staged row that is already there has the table's id, not the one that was made for it. */
function parentSources({ parentTable, parentSchema, tempTable, withinStaged }: StagedReference): readonly string[] {
  const table = qualifiedName(parentTable, parentSchema);
  return withinStaged ? [table, tempTable] : [table];
}

function match({ column, parentKey, alsoMatch = [] }: StagedReference): string {
  return [{ column, parentColumn: parentKey }, ...alsoMatch]
    .map((pair) => `parent.${escapeIdentifier(pair.parentColumn)} = staged.${escapeIdentifier(pair.column)}`)
    .join(" AND ");
}
