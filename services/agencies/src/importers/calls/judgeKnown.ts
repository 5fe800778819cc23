import type { ImportClient } from "@corespond/kit";

import type { FilledColumns } from "./callColumns";
import { contentSql } from "./contentSql";
import { known, staged } from "./stagedCalls";
import { withoutScans } from "./withoutScans";

/** What a row is to a call that is there already: NEWER says the same, but later. */
type Verdict = "SAME" | "NEWER" | "CORRECTION" | "LATE";

const newer =
  "(s.source_updated_at > c.source_updated_at OR (c.source_updated_at IS NULL AND s.source_updated_at IS NOT NULL))";

/** Finds the calls of the staged rows that are there already, and judges each row; answers how many are what. */
export async function judgeKnown(
  client: ImportClient,
  columns: FilledColumns,
): Promise<Readonly<Record<Verdict, number>>> {
  const text = `
    WITH judged AS (
      INSERT INTO ${known} (line, call_id, verdict)
      SELECT s.line, c.id, ${verdictSql(columns)} FROM ${staged} s
      JOIN call_for_service c ON c.agency_id = s.agency_id AND c.incident_number = s.incident_number
      RETURNING verdict)
    SELECT verdict, count(*)::integer AS rows FROM judged GROUP BY verdict`;
  const { rows: counted } = await withoutScans<{ verdict: Verdict; rows: number }>(client, {
    name: "agencies.calls.judge",
    text,
  });
  const none = { SAME: 0, NEWER: 0, CORRECTION: 0, LATE: 0 };
  return { ...none, ...Object.fromEntries(counted.map(({ verdict, rows }) => [verdict, rows])) };
}

function verdictSql({ content, ordered }: FilledColumns): string {
  const listed = (row: string): string => `(${content.map((name) => `${row}.${name}`).join(", ")})`;
  const differs = `${listed("s")} IS DISTINCT FROM ${listed("c")}`;
  if (!ordered) return `CASE WHEN ${differs} THEN 'CORRECTION' ELSE 'SAME' END`;
  const sameTime = "s.source_updated_at IS NOT DISTINCT FROM c.source_updated_at";
  return `CASE
    WHEN ${newer} THEN CASE WHEN ${differs} THEN 'CORRECTION' ELSE 'NEWER' END
    WHEN NOT (${differs}) THEN 'SAME'
    WHEN ${sameTime} AND ${contentSql("s", content)} > ${contentSql("c", content)} THEN 'CORRECTION'
    ELSE 'LATE' END`;
}
