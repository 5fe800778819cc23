import type { ImportClient } from "@corespond/kit";

import type { FilledColumns } from "./callColumns";
import { replacedBySql } from "./replacedBySql";
import { runStatement } from "../partStatement";
import { known, staged } from "./stagedCalls";

/** A row of the part that says of a merge something else than its other end, or another survivor, does. */
export interface MergeDisagreement {
  readonly line: number;
  /** Which end of the merge the row is: the survivor, whose word does not count, or the replaced one, whose does. */
  readonly said: "REPLACING" | "REPLACED";
  /** The incident that the row names. */
  readonly incidentNumber: string;
}

const own = `(SELECT c.replaced_by FROM call_for_service c WHERE c.agency_id = n.agency_id AND c.incident_number = n.number)`;

// Subqueries and no joins: a plan that knows nothing of the part's rows would compare each with every merge of the county.
const endings = {
  replaces: `
    SELECT n.line, 'REPLACING' AS said, n.number
    FROM (SELECT s.line, s.agency_id, s.incident_number, unnest(s.replaces) AS number FROM ${staged} s) AS n
    WHERE n.incident_number <> ${replacedBySql({ agency: "n.agency_id", number: "n.number", own })}`,
  replaced_by: `
    SELECT s.line, 'REPLACED', s.replaced_by FROM ${staged} s
    WHERE s.replaced_by <> ANY (ARRAY(
      SELECT r.replaced_by FROM call_replacement r
      WHERE r.agency_id = s.agency_id AND r.incident_number = s.incident_number))`,
} as const;

/** Finds the rows of the part that say of a merge something else than others; not those that came too late to count. */
export async function mergeDisagreements(
  client: ImportClient,
  { content }: FilledColumns,
): Promise<readonly MergeDisagreement[]> {
  const told = (["replaces", "replaced_by"] as const).filter((name) => content.includes(name));
  if (told.length === 0) return [];
  return await runStatement<MergeDisagreement>(client, {
    name: "agencies.calls.disagreements",
    text: `
      SELECT d.line::float8 AS line, d.said, d.number AS "incidentNumber"
      FROM (${told.map((name) => endings[name]).join(" UNION ALL ")}) AS d (line, said, number)
      WHERE NOT EXISTS (SELECT FROM ${known} k WHERE k.line = d.line AND k.verdict = 'LATE')
      ORDER BY d.line, d.said, d.number LIMIT 1000`,
  });
}
