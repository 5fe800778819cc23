import type { ImportClient } from "@corespond/kit";

import type { FilledColumns } from "./callColumns";
import { contentSql } from "./contentSql";
import { historySql } from "./historySql";
import { judgeKnown } from "./judgeKnown";
import { runStatement } from "../partStatement";
import { changed, known, staged } from "./stagedCalls";

/** What became of a part's rows. */
export interface MergedCalls {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Takes the staged rows, so many, into the calls. `at` is when that is. */
export async function mergeCalls(
  client: ImportClient,
  columns: FilledColumns,
  { rows, at }: { readonly rows: number; readonly at: string },
): Promise<MergedCalls> {
  await keepNewest(client, columns);
  const judged = await judgeKnown(client, columns);
  const found = judged.SAME + judged.LATE + judged.NEWER + judged.CORRECTION;
  if (judged.CORRECTION > 0) await correct(client, columns, at);
  if (judged.NEWER > 0) await noteNewer(client);
  const inserted = await insertNew(client, columns, { at, found });
  return { inserted, updated: judged.CORRECTION, unchanged: rows - inserted - judged.CORRECTION };
}

/** Of several rows of one incident the newest stays; of two of the same time the one that sorts higher, in any order of rows. */
async function keepNewest(client: ImportClient, { content, ordered }: FilledColumns): Promise<void> {
  const order = ordered ? `source_updated_at DESC NULLS LAST, ${contentSql("s", content)} DESC, line` : "line DESC";
  const text = `
    DELETE FROM ${staged} loser USING (
      SELECT s.line, row_number() OVER (PARTITION BY agency_id, incident_number ORDER BY ${order}) AS place
      FROM ${staged} s JOIN (
        SELECT agency_id, incident_number FROM ${staged} GROUP BY agency_id, incident_number HAVING count(*) > 1
      ) AS repeated USING (agency_id, incident_number)
    ) AS ranked
    WHERE ranked.line = loser.line AND ranked.place > 1`;
  await runStatement(client, { name: "agencies.calls.keepNewest", text });
}

/** Corrects the calls of which a newer row says something else, and keeps what they said. */
async function correct(client: ImportClient, { content }: FilledColumns, at: string): Promise<void> {
  const sets = [...content, "source_updated_at"].map((name) => `${name} = s.${name}`);
  const common = content.includes("nature_code") ? ["common_code = s.common_code"] : [];
  const times = laterTimes.filter((name) => !content.includes(name)).map(keptTime);
  const text = `
    WITH newer AS MATERIALIZED (
      SELECT s.*, k.call_id, n.common_code FROM ${known} k JOIN ${staged} s ON s.line = k.line
      ${withCommonCode(content)} WHERE k.verdict = 'CORRECTION'
    ), kept AS (
      ${historySql("newer")}
    ), corrected AS (
      UPDATE call_for_service c
      SET ${[...sets, ...common, ...times].join(", ")}, changed_at = greatest($1::timestamptz, c.changed_at + interval '1 microsecond')
      FROM newer s WHERE c.id = s.call_id RETURNING c.id
    )
    INSERT INTO ${changed} (call_id) SELECT id FROM corrected`;
  await runStatement(client, { name: "agencies.calls.correct", text, values: [at] });
}

const laterTimes = ["answered_at", "closed_at"] as const;

/** A time that this feed does not tell stays, unless the call was received after it, as is known now. */
const keptTime = (name: string): string => `${name} = CASE WHEN c.${name} >= s.received_at THEN c.${name} END`;

/** A newer row that says the same is no correction, but an older one that comes after it must still be told as late. */
async function noteNewer(client: ImportClient): Promise<void> {
  const text = `
    UPDATE call_for_service c SET source_updated_at = s.source_updated_at
    FROM ${known} k JOIN ${staged} s ON s.line = k.line WHERE k.verdict = 'NEWER' AND c.id = k.call_id`;
  await runStatement(client, { name: "agencies.calls.noteNewer", text });
}

async function insertNew(
  client: ImportClient,
  { all, content }: FilledColumns,
  { at, found }: { readonly at: string; readonly found: number },
): Promise<number> {
  const unknown = found === 0 ? "" : `WHERE NOT EXISTS (SELECT FROM ${known} k WHERE k.line = s.line)`;
  const text = `
    INSERT INTO call_for_service (id, ${all.join(", ")}, common_code, changed_at, recorded_at)
    SELECT uuidv7(), ${all.map((name) => `s.${name}`).join(", ")}, n.common_code, $1, $1
    FROM ${staged} s ${withCommonCode(content)} ${unknown}`;
  const { rowCount } = await client.query(`/* agencies.calls.insert */ ${text}`, [at]);
  return rowCount ?? 0;
}

/** The common code that an agency's own code of a staged row stands for. */
function withCommonCode(content: FilledColumns["content"]): string {
  return content.includes("nature_code")
    ? "LEFT JOIN nature_code n ON n.agency_id = s.agency_id AND n.code = s.nature_code"
    : "CROSS JOIN (SELECT NULL::text AS common_code) AS n";
}
