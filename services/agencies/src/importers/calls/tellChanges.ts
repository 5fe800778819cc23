import type { ImportClient } from "@corespond/kit";

import { callRecordedSql } from "./callRecordedSql";
import { runStatement } from "../partStatement";
import { changed } from "./stagedCalls";

/** Tells other slices of the calls that a part has changed and that have persons in them. */
export async function tellChanges(client: ImportClient): Promise<void> {
  await runStatement(client, { name: "agencies.calls.tell", text: callRecordedSql(changed) });
}
