import type { ImportClient } from "@corespond/kit";

import { replacedBySql } from "./replacedBySql";
import { staged } from "./stagedCalls";
import { withoutScans } from "./withoutScans";

/** A row of the part by which an incident was replaced by another than somebody else says. */
export interface MergeDisagreement {
  readonly line: number;
  /** Which end of the merge the row is: the survivor, whose word does not count, or the replaced one, whose does. */
  readonly said: "REPLACING" | "REPLACED";
  /** The incident that the row names. */
  readonly incidentNumber: string;
}

const counting = replacedBySql({ agency: "r.agency_id", number: "r.incident_number", own: "c.replaced_by" });

/** Finds the rows of the part that tell of a merge otherwise than the other end, or another survivor, does. */
export async function mergeDisagreements(client: ImportClient): Promise<readonly MergeDisagreement[]> {
  const { rows } = await withoutScans<MergeDisagreement>(client, {
    name: "agencies.calls.disagreements",
    text: `
      SELECT line::float8 AS line, said, number AS "incidentNumber" FROM (
        SELECT s.line, 'REPLACING' AS said, r.incident_number AS number
        FROM ${staged} s JOIN call_replacement r ON r.agency_id = s.agency_id AND r.replaced_by = s.incident_number
        LEFT JOIN call_for_service c ON c.agency_id = r.agency_id AND c.incident_number = r.incident_number
        WHERE ${counting} <> s.incident_number
        UNION
        SELECT s.line, 'REPLACED', c.replaced_by
        FROM ${staged} s JOIN call_replacement r ON r.agency_id = s.agency_id AND r.incident_number = s.incident_number
        JOIN call_for_service c ON c.agency_id = s.agency_id AND c.incident_number = s.incident_number
        WHERE c.replaced_by <> r.replaced_by
      ) AS disagreeing ORDER BY line, said, number LIMIT 1000`,
  });
  return rows;
}
