import type { ImportClient } from "@corespond/kit";

import type { FilledColumns } from "./callColumns";
import { historySql } from "./historySql";
import { replacedBySql } from "./replacedBySql";
import { runStatement } from "../partStatement";
import { changed, known, staged, takenBack } from "./stagedCalls";
import { withoutScans } from "./withoutScans";

/** A call of the part whose incident was replaced by others in a circle. */
export interface Circle {
  readonly line: number;
  readonly incidentNumber: string;
}

/**
 * The incidents of which the part says by what they were replaced or what they have replaced, or whose call it brings or
 * corrects, and those that it no longer says were replaced.
 */
function told({ content }: FilledColumns): string {
  const says = ["replaced_by", "replaces"].filter((name) => content.some((filled) => filled === name));
  return `
    SELECT s.agency_id, s.incident_number FROM ${staged} s WHERE ${says.map((name) => `s.${name} IS NOT NULL OR `).join("")}
      EXISTS (SELECT FROM ${known} k WHERE k.line = s.line AND k.verdict = 'CORRECTION')
      OR EXISTS (SELECT FROM call_replacement r WHERE r.agency_id = s.agency_id AND r.incident_number = s.incident_number)
    UNION ALL
    SELECT t.agency_id, t.incident_number FROM ${takenBack} t`;
}

/**
 * Every call whose chain of replacements a row of the part may have changed: the part's own, and those that lead to them.
 * Each chain is followed to its end; one that runs into a circle has none, and its calls count as their own.
 */
const endings = (columns: FilledColumns): string => `
  WITH RECURSIVE told AS (${told(columns)}
  ), affected AS (
    SELECT agency_id, incident_number FROM told
    UNION
    SELECT a.agency_id, merged.incident_number FROM affected a CROSS JOIN LATERAL (
      SELECT c.incident_number FROM call_for_service c
      WHERE c.agency_id = a.agency_id AND c.replaced_by = a.incident_number
      UNION ALL
      SELECT r.incident_number FROM call_replacement r
      WHERE r.agency_id = a.agency_id AND r.replaced_by = a.incident_number) AS merged
  ), starting AS (
    SELECT c.id, c.agency_id, c.incident_number FROM affected a
    JOIN call_for_service c ON c.agency_id = a.agency_id AND c.incident_number = a.incident_number
    WHERE c.counted_as IS NOT NULL OR ${replacedBySql({ agency: "c.agency_id", number: "c.incident_number", own: "c.replaced_by" })} IS NOT NULL
  ), walk AS (
    SELECT id, agency_id, incident_number AS at, 0 AS steps FROM starting
    UNION ALL
    SELECT w.id, w.agency_id, next.replaced_by, w.steps + 1 FROM walk w
    LEFT JOIN call_for_service c ON c.agency_id = w.agency_id AND c.incident_number = w.at
    CROSS JOIN LATERAL (
      SELECT ${replacedBySql({ agency: "w.agency_id", number: "w.at", own: "c.replaced_by" })} AS replaced_by) AS next
    WHERE next.replaced_by IS NOT NULL
  ) CYCLE id, at SET circular USING trail, ended AS (
    SELECT id, bool_or(circular) AS circular,
      CASE WHEN NOT bool_or(circular) THEN (array_agg(at ORDER BY steps DESC))[1] END AS ending
    FROM walk GROUP BY id
  )
  SELECT s.id AS call_id, e.circular, nullif(e.ending, s.incident_number) AS counted_as
  FROM starting s JOIN ended e ON e.id = s.id`;

/** Brings what each call counts as up to date after a part. Answers the calls of the part that stand in a circle. */
export async function followReplaced(
  client: ImportClient,
  columns: FilledColumns,
  at: string,
): Promise<readonly Circle[]> {
  const text = `CREATE TEMP TABLE calls_ended ON COMMIT DROP AS ${endings(columns)}`;
  const { rowCount } = await withoutScans(client, { name: "agencies.calls.followReplaced", text });
  if (rowCount !== 0) await recount(client, at);
  const circles = await runStatement<Circle>(client, {
    name: "agencies.calls.circles",
    text: `SELECT s.line::float8 AS line, s.incident_number AS "incidentNumber" FROM pg_temp.calls_ended e
      JOIN call_for_service c ON c.id = e.call_id
      JOIN ${staged} s ON s.agency_id = c.agency_id AND s.incident_number = c.incident_number
      WHERE e.circular ORDER BY s.line LIMIT 1000`,
  });
  await runStatement(client, { name: "agencies.calls.dropEnded", text: "DROP TABLE pg_temp.calls_ended" });
  return circles;
}

async function recount(client: ImportClient, at: string): Promise<void> {
  const text = `
    WITH recounted AS MATERIALIZED (
      SELECT e.call_id, e.counted_as FROM pg_temp.calls_ended e JOIN call_for_service c ON c.id = e.call_id
      WHERE c.counted_as IS DISTINCT FROM e.counted_as
    ), kept AS (
      ${historySql("recounted")}
    ), updated AS (
      UPDATE call_for_service c SET counted_as = r.counted_as,
        changed_at = CASE WHEN c.changed_at = $1::timestamptz THEN c.changed_at
          ELSE greatest($1::timestamptz, c.changed_at + interval '1 microsecond') END
      FROM recounted r WHERE c.id = r.call_id RETURNING c.id
    )
    INSERT INTO ${changed} (call_id) SELECT id FROM updated`;
  await runStatement(client, { name: "agencies.calls.recount", text, values: [at] });
}
