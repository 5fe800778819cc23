import { copyInto, type ImportClient } from "@corespond/kit";

import { columnSql, type FilledColumns } from "./callColumns";
import type { CallsPart } from "./callParts";
import { runStatement } from "../partStatement";

/**
 * The temporary tables of a part: its rows, which of them are known, the calls that it changed, and the incidents that were
 * said to be replaced and no longer are.
 */
export const staged = "pg_temp.calls_staged";
export const known = "pg_temp.calls_known";
export const changed = "pg_temp.calls_changed";
export const takenBack = "pg_temp.calls_taken_back";

const createChangedSql = "CREATE TEMP TABLE calls_changed (call_id uuid NOT NULL) ON COMMIT DROP";

/** Makes the table in which changed calls are noted. */
export async function createChanged(client: ImportClient): Promise<void> {
  await runStatement(client, { name: "agencies.calls.createChanged", text: createChangedSql });
}

/** Copies a part's rows into a table of their own, typed: they were checked before. */
export async function stageCalls(
  client: ImportClient,
  { all }: FilledColumns,
  { part, signal }: { readonly part: CallsPart; readonly signal: AbortSignal | undefined },
): Promise<void> {
  const staging = `line bigint NOT NULL, ${all.map(columnSql).join(", ")}`;
  const text = [
    createChangedSql,
    "CREATE TEMP TABLE calls_known (line bigint NOT NULL, call_id uuid NOT NULL, verdict text NOT NULL) ON COMMIT DROP",
    "CREATE TEMP TABLE calls_taken_back (agency_id uuid NOT NULL, incident_number text NOT NULL) ON COMMIT DROP",
    `CREATE TEMP TABLE calls_staged (${staging}) ON COMMIT DROP`,
  ].join("; ");
  await client.query(`/* agencies.calls.createStaged */ ${text}`);
  const into = `${staged} (line, ${all.join(", ")})`;
  await copyInto(client, { name: "agencies.calls.stage", into, signal }, part.lines);
}

/** Removes the tables before the transaction ends: in a dry run, many parts are one transaction. */
export async function dropStaged(client: ImportClient): Promise<void> {
  const text = `DROP TABLE ${staged}, ${known}, ${changed}, ${takenBack}`;
  await runStatement(client, { name: "agencies.calls.dropStaged", text });
}
