import { portFunction, readBatch, uuidKeys, type RequestContext } from "@corespond/kit";
import { z } from "zod";

import { grantRelated } from "./record.grants";

/** What another slice may know of a record that its viewer may see. */
export interface RecordFact extends Record<string, unknown> {
  readonly recordId: string;
  readonly personId: string;
  readonly sourceAgencyId: string;
}

const ids = z.array(z.string()).max(1_000).default([]);

/**
 * `recordFacts({ recordIds?, personIds? })`: one fact per record that the viewer may see. For a person it is that of the
 * newest visible record, one of the viewer's own agency before others, under the person's id as it was asked for.
 */
export const recordFacts = portFunction(
  z.object({ recordIds: ids, personIds: ids }),
  async (context: RequestContext, asked): Promise<readonly RecordFact[]> => {
    await grantRelated(context, asked);
    return await readBatch<RecordFact>(context, {
      name: "people.record.facts",
      text: factsSql,
      values: [uuidKeys(asked.recordIds), uuidKeys(asked.personIds)],
    });
  },
);

const factsSql = `
  SELECT r.id AS "recordId", r.person_id AS "personId", r.source_agency_id AS "sourceAgencyId"
  FROM person_record r WHERE r.id = ANY ($1)
  UNION
  SELECT chosen.id, asked.id, chosen.source_agency_id
  FROM golden_ids($2) asked
  CROSS JOIN LATERAL (
    SELECT r.id, r.source_agency_id FROM person_record r
    WHERE r.person_id = asked.person_id
    ORDER BY (r.source_agency_id = (select corespond.viewer_agency())) DESC NULLS LAST, r.recorded_at DESC, r.id DESC
    LIMIT 1) chosen`;
