import type { ImportClient } from "@corespond/kit";

import type { CodeMap } from "./codeMap";
import { historySql } from "./historySql";
import { runStatement } from "../partStatement";
import { changed, createChanged, staged } from "./stagedCalls";
import { tellChanges } from "./tellChanges";

/** Brings the agencies' own codes to the map, and the calls with a code that now stands for something else. */
export async function bringCodes(
  client: ImportClient,
  codes: CodeMap,
  { agencyIds, at }: { readonly agencyIds: readonly string[]; readonly at: string },
): Promise<void> {
  const given = Object.entries(codes).map(([code, { text = null, common }]) => ({ code, text, common }));
  const text = `
    INSERT INTO nature_code (agency_id, code, text, common_code)
    SELECT agency_id, code, text, common FROM unnest($1::uuid[]) agency_id
    CROSS JOIN jsonb_to_recordset($2::jsonb) AS given (code text, text text, common text)
    ON CONFLICT (agency_id, code) DO UPDATE SET text = excluded.text, common_code = excluded.common_code
    WHERE (nature_code.text, nature_code.common_code) IS DISTINCT FROM (excluded.text, excluded.common_code)
    RETURNING agency_id AS "agencyId", code`;
  const values = [agencyIds, JSON.stringify(given)];
  const brought = await runStatement<Brought>(client, { name: "agencies.calls.bringCodes", text, values });
  if (brought.length > 0) await recode(client, brought, at);
}

interface Brought {
  readonly agencyId: string;
  readonly code: string;
}

async function recode(client: ImportClient, brought: readonly Brought[], at: string): Promise<void> {
  await createChanged(client);
  const text = `
    WITH recoded AS MATERIALIZED (
      SELECT c.id AS call_id, n.common_code
      FROM jsonb_to_recordset($2::jsonb) AS brought ("agencyId" uuid, code text)
      JOIN nature_code n ON n.agency_id = brought."agencyId" AND n.code = brought.code
      JOIN call_for_service c ON c.agency_id = n.agency_id AND c.nature_code = n.code
      WHERE c.common_code IS DISTINCT FROM n.common_code
    ), kept AS (
      ${historySql("recoded")}
    ), updated AS (
      UPDATE call_for_service c SET common_code = r.common_code,
        changed_at = greatest($1::timestamptz, c.changed_at + interval '1 microsecond')
      FROM recoded r WHERE c.id = r.call_id RETURNING c.id
    )
    INSERT INTO ${changed} (call_id) SELECT id FROM updated`;
  await runStatement(client, { name: "agencies.calls.recode", text, values: [at, JSON.stringify(brought)] });
  await tellChanges(client);
  await runStatement(client, { name: "agencies.calls.dropChanged", text: `DROP TABLE ${changed}` });
}

/** Keeps the codes of a part that nobody has mapped, and counts its rows with a code that stands for no common one. */
export async function keepCodes(client: ImportClient): Promise<Readonly<Record<string, number>>> {
  const text = `
    WITH found AS MATERIALIZED (
      SELECT agency_id, nature_code AS code, count(*) AS rows FROM ${staged}
      WHERE nature_code IS NOT NULL GROUP BY agency_id, nature_code
    ), kept AS (
      INSERT INTO nature_code (agency_id, code) SELECT agency_id, code FROM found ON CONFLICT DO NOTHING
    )
    SELECT found.code, sum(found.rows)::integer AS rows FROM found
    LEFT JOIN nature_code n ON n.agency_id = found.agency_id AND n.code = found.code
    WHERE n.common_code IS NULL GROUP BY found.code ORDER BY 2 DESC, 1 LIMIT 1000`;
  const unmapped = await runStatement<{ code: string; rows: number }>(client, {
    name: "agencies.calls.keepCodes",
    text,
  });
  return Object.fromEntries(unmapped.map(({ code, rows }) => [code, rows]));
}
