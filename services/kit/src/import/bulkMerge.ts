import { escapeIdentifier, type ClientBase } from "pg";

import { namedText } from "../database/statement";
import { invariant } from "../errors/invariant";
import { convertStaged } from "./convertStaged";
import type { MergedRows } from "./importReport";
import type { MergePlan, MergeReference, MergeRow } from "./mergePlan";
import { mergeStaged } from "./mergeStaged";
import { describeTarget } from "./mergeTarget";
import { rejectDuplicates } from "./rejectDuplicates";
import { resolveReference } from "./resolveReference";
import {
  createStagedRejections,
  dropStagedRejections,
  readStagedRejections,
  type StagedRejection,
} from "./stagedRejections";
import { stagedTable, stageRows } from "./stageRows";

/** What a merge takes in, and whom it tells. */
export interface BulkMergeInput {
  readonly rows: AsyncIterable<MergeRow>;
  /** Told of every row that is not merged, once (`rejected`), and of what is odd about rows that are (`warning`). */
  readonly onRejection: (rejection: StagedRejection) => Promise<void> | void;
  /** Called when all rows are read and the set-based part begins. */
  readonly onStaged?: () => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Merges any number of rows into a table by their external id: COPY to a temporary table, checks over the whole set,
 * one MERGE. The client is inside a transaction, not pipelined, and sees (by row-level security) all rows of the table.
 * Rows in = inserted + updated + unchanged + rejected.
 */
export async function bulkMerge(client: ClientBase, plan: MergePlan, input: BulkMergeInput): Promise<MergedRows> {
  invariant(plan.key.length > 0, "A merge has a key");
  const { signal, onRejection } = input;
  const target = await describeTarget(client, plan);
  await createStagedRejections(client);
  await stageRows(client, plan, { target, rows: input.rows, onRejection, signal });
  input.onStaged?.();
  const hierarchies: MergeReference[] = [];
  await convertStaged(client, plan, target);
  for (const reference of plan.references ?? []) {
    if (isHierarchy(plan, reference)) hierarchies.push(reference);
    else await resolve(client, plan, reference);
    signal?.throwIfAborted();
  }
  await rejectDuplicates(client, plan);
  // After the duplicates, so that a parent within the file is one row; before the merge, which needs its id.
  for (const reference of hierarchies) await resolve(client, plan, reference);
  for await (const rejection of readStagedRejections(client)) await onRejection(rejection);
  signal?.throwIfAborted();
  const merged = await mergeStaged(client, plan, target);
  await dropStagedRejections(client);
  await client.query(namedText({ name: "import.drop", text: `DROP TABLE ${stagedTable}` }));
  return merged;
}

async function resolve(client: ClientBase, plan: MergePlan, reference: MergeReference): Promise<void> {
  const column = plan.columns.find(({ name }) => name === reference.column);
  invariant(column, `A reference starts from a column of the merge, but got ${escapeIdentifier(reference.column)}`);
  const field = column.field ?? column.name;
  await resolveReference(client, {
    ...reference,
    tempTable: stagedTable,
    field,
    withinStaged: isHierarchy(plan, reference),
  });
}

function isHierarchy(plan: MergePlan, reference: MergeReference): boolean {
  return reference.parentTable === plan.table && (reference.parentSchema ?? "public") === (plan.schema ?? "public");
}
