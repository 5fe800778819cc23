import { createHash } from "node:crypto";

import { type AnyPolicy, byTheHub, type ImportClient, readHead, writtenByTheHub } from "@corespond/kit";

import { runStatement } from "../partStatement";
import { nothing, type CallTally } from "./callCounts";

/** How far imports are that were interrupted: the hub's own business. */
export const checkpointPolicy: AnyPolicy = {
  type: "imports of calls",
  tables: [{ table: "call_import", select: [byTheHub], ...writtenByTheHub }],
  fields: [],
};

const headBytes = 1024 * 1024;

/** Tells the same import of the same file from any other: by the file's size and head, and all that it is read by. */
export async function importKey(path: string, readBy: readonly unknown[]): Promise<string> {
  const { size, head } = await readHead(path, headBytes);
  return createHash("sha256")
    .update(head)
    .update(JSON.stringify([size, ...readBy]))
    .digest("hex");
}

/** What an interrupted import has done. */
export async function readCheckpoint(client: ImportClient, key: string): Promise<CallTally> {
  const text = "SELECT tally FROM call_import WHERE key = $1";
  const statement = { name: "agencies.calls.readCheckpoint", text, values: [key] };
  const [row] = await runStatement<{ tally: CallTally }>(client, statement);
  return row?.tally ?? nothing;
}

/** Notes what an import has done so far, in the transaction that does it. */
export async function writeCheckpoint(client: ImportClient, key: string, tally: CallTally): Promise<void> {
  const text = `INSERT INTO call_import (key, tally) VALUES ($1, $2)
    ON CONFLICT (key) DO UPDATE SET tally = excluded.tally, noted_at = clock_timestamp()`;
  const values = [key, JSON.stringify(tally)];
  await runStatement(client, { name: "agencies.calls.writeCheckpoint", text, values });
}

/** Forgets an import that is complete: the same again begins at the top. */
export async function clearCheckpoint(client: ImportClient, key: string): Promise<void> {
  const text = "DELETE FROM call_import WHERE key = $1";
  await runStatement(client, { name: "agencies.calls.clearCheckpoint", text, values: [key] });
}
