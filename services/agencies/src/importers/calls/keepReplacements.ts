import { type AnyPolicy, byTheHub, type ImportClient, writtenByTheHub } from "@corespond/kit";

import { runStatement } from "../partStatement";
import { known, staged, takenBack } from "./stagedCalls";

/** Which incident has replaced which, as the survivors say: the hub's own business. */
export const replacementPolicy: AnyPolicy = {
  type: "imports of calls",
  tables: [{ table: "call_replacement", select: [byTheHub], ...writtenByTheHub }],
  fields: [],
};

/** Rows of the part that are what their calls now say: new ones, corrections, and the same said later. */
const saying = `NOT EXISTS (SELECT FROM ${known} k WHERE k.line = s.line AND k.verdict IN ('SAME', 'LATE'))`;

/** Keeps what the rows of a part say that their incidents have replaced, and notes what they no longer say. */
export async function keepReplacements(client: ImportClient): Promise<void> {
  await runStatement(client, {
    name: "agencies.calls.takeBackReplacements",
    text: `
      WITH removed AS (
        DELETE FROM call_replacement r USING ${staged} s
        WHERE r.agency_id = s.agency_id AND r.replaced_by = s.incident_number AND ${saying}
        RETURNING r.agency_id, r.incident_number
      )
      INSERT INTO ${takenBack} (agency_id, incident_number) SELECT agency_id, incident_number FROM removed`,
  });
  await runStatement(client, {
    name: "agencies.calls.keepReplacements",
    text: `
      INSERT INTO call_replacement (agency_id, incident_number, replaced_by, source_updated_at)
      SELECT s.agency_id, n.incident_number, s.incident_number, s.source_updated_at
      FROM ${staged} s CROSS JOIN LATERAL unnest(s.replaces) AS n (incident_number) WHERE ${saying}`,
  });
}

/** Whether any survivor has said so: most feeds tell of the replaced incident, or of no merges at all. */
export async function anyReplacements(client: ImportClient): Promise<boolean> {
  const text = "SELECT EXISTS (SELECT FROM call_replacement) AS any";
  const [row] = await runStatement<{ any: boolean }>(client, { name: "agencies.calls.anyReplacements", text });
  return row?.any ?? false;
}
