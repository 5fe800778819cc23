import type { ImportClient } from "@corespond/kit";

import type { FilledColumns } from "./callColumns";
import { contentSql } from "./contentSql";
import { historySql } from "./historySql";
import { runStatement } from "./partStatement";
import { changed, known, staged } from "./stagedCalls";

/** What became of a part's rows. */
export interface MergedCalls {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** The common code that an agency's own code of a staged row stands for. */
const commonCode = `(SELECT n.common_code FROM nature_code n WHERE n.agency_id = s.agency_id AND n.code = s.nature_code)`;

/** Takes the staged rows into the calls. `at` is when that is. */
export async function mergeCalls(client: ImportClient, columns: FilledColumns, at: string): Promise<MergedCalls> {
  const rows = await countOf(client, staged);
  await keepNewest(client, columns);
  const found = await findKnown(client);
  const updated = found === 0 ? 0 : await correct(client, columns, at);
  if (found > 0 && columns.ordered) await noteNewer(client);
  const inserted = await insertNew(client, columns, { at, found });
  return { inserted, updated, unchanged: rows - inserted - updated };
}

async function countOf(client: ImportClient, table: string): Promise<number> {
  const text = `SELECT count(*)::integer AS rows FROM ${table}`;
  const [counted] = await runStatement<{ rows: number }>(client, { name: "agencies.calls.count", text });
  return counted?.rows ?? 0;
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

/** Finds the calls that are there already, by the index: a plan that reads the whole table would, for every part of a file. */
async function findKnown(client: ImportClient): Promise<number> {
  await client.query("SET LOCAL enable_hashjoin = off");
  await client.query("SET LOCAL enable_mergejoin = off");
  const text = `
    WITH found AS (
      INSERT INTO ${known} (line, call_id)
      SELECT s.line, c.id FROM ${staged} s
      JOIN call_for_service c ON c.agency_id = s.agency_id AND c.incident_number = s.incident_number
      RETURNING 1)
    SELECT count(*)::integer AS rows FROM found`;
  const [counted] = await runStatement<{ rows: number }>(client, { name: "agencies.calls.findKnown", text });
  return counted?.rows ?? 0;
}

const newer = `(s.source_updated_at > c.source_updated_at OR (c.source_updated_at IS NULL AND s.source_updated_at IS NOT NULL))`;

/** Corrects the calls of which a newer row says something else, and keeps what they said. */
async function correct(client: ImportClient, { content, ordered }: FilledColumns, at: string): Promise<number> {
  const differs = `(${content.map((name) => `c.${name}`).join(", ")}) IS DISTINCT FROM (${content.map((name) => `s.${name}`).join(", ")})`;
  const higher = `${contentSql("s", content)} > ${contentSql("c", content)}`;
  const wins = ordered
    ? `(${newer} OR (s.source_updated_at IS NOT DISTINCT FROM c.source_updated_at AND ${higher}))`
    : "true";
  const sets = [...content, "source_updated_at"].map((name) => `${name} = s.${name}`);
  const common = content.includes("nature_code") ? [`common_code = ${commonCode}`] : [];
  const text = `
    WITH newer AS MATERIALIZED (
      SELECT s.*, c.id AS call_id FROM ${known} k JOIN ${staged} s ON s.line = k.line
      JOIN call_for_service c ON c.id = k.call_id WHERE ${differs} AND ${wins}
    ), kept AS (
      ${historySql("newer")}
    ), corrected AS (
      UPDATE call_for_service c
      SET ${[...sets, ...common].join(", ")}, changed_at = greatest($1::timestamptz, c.changed_at + interval '1 microsecond')
      FROM newer s WHERE c.id = s.call_id RETURNING c.id
    ), told AS (
      INSERT INTO ${changed} (call_id) SELECT id FROM corrected
    )
    SELECT count(*)::integer AS rows FROM corrected`;
  await runStatement(client, { name: "agencies.calls.indexKnown", text: `ANALYZE ${known}, ${staged}` });
  await client.query("SET LOCAL enable_hashjoin = on");
  const [counted] = await runStatement<{ rows: number }>(client, {
    name: "agencies.calls.correct",
    text,
    values: [at],
  });
  return counted?.rows ?? 0;
}

/** A newer row that says the same is no correction, but an older one that comes after it must still be told as late. */
async function noteNewer(client: ImportClient): Promise<void> {
  const text = `
    UPDATE call_for_service c SET source_updated_at = s.source_updated_at
    FROM ${known} k JOIN ${staged} s ON s.line = k.line WHERE c.id = k.call_id AND ${newer}`;
  await runStatement(client, { name: "agencies.calls.noteNewer", text });
}

async function insertNew(
  client: ImportClient,
  { all, content }: FilledColumns,
  { at, found }: { readonly at: string; readonly found: number },
): Promise<number> {
  const common = content.includes("nature_code") ? commonCode : "NULL";
  const unknown = found === 0 ? "" : `WHERE NOT EXISTS (SELECT FROM ${known} k WHERE k.line = s.line)`;
  const text = `
    INSERT INTO call_for_service (id, ${all.join(", ")}, common_code, changed_at, recorded_at)
    SELECT uuidv7(), ${all.map((name) => `s.${name}`).join(", ")}, ${common}, $1, $1 FROM ${staged} s ${unknown}`;
  await client.query("SET LOCAL enable_hashjoin = on");
  const { rowCount } = await client.query(`/* agencies.calls.insert */ ${text}`, [at]);
  return rowCount ?? 0;
}
