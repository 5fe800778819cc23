import { failNotFound, uuidKeys, type WriteTransaction } from "@corespond/kit";

/** The record by which the viewer knows a person, and whose it is. */
export interface KnownRecord extends Record<string, unknown> {
  readonly recordId: string;
  readonly sourceAgencyId: string;
}

/**
 * The newest record of a person that the viewer may see. Absent and forbidden end alike. The caller has asked for the
 * viewer's relations (`grantRelated`) before the transaction opened.
 */
export async function recordOf(transaction: WriteTransaction, personId: string): Promise<KnownRecord> {
  const [known] = await transaction.query<KnownRecord>({
    name: "people.record.ofPerson",
    text: `SELECT r.id AS "recordId", r.source_agency_id AS "sourceAgencyId"
           FROM golden_ids($1) asked JOIN person_record r ON r.person_id = asked.person_id
           ORDER BY (r.source_agency_id = (select corespond.viewer_agency())) DESC NULLS LAST, r.recorded_at DESC, r.id DESC
           LIMIT 1`,
    values: [uuidKeys([personId])],
  });
  return known ?? failNotFound("person", ["input", "personId"]);
}
