import type { WriteTransaction } from "@corespond/kit";

import { callRecordedSql } from "../calls/callRecordedSql";
import type { SubjectRow } from "./subjectRow";

/** A row whose call is known. */
export interface KnownSubject extends SubjectRow {
  readonly callId: string;
}

/** A known call's person, by the id of the person's record. */
export interface LinkedSubject {
  readonly callId: string;
  readonly recordId: string;
  readonly role: SubjectRow["role"];
}

/** The ids of an agency's calls by their numbers, as far as they are known. */
export async function findCalls(
  transaction: WriteTransaction,
  agencyId: string,
  rows: readonly SubjectRow[],
): Promise<ReadonlyMap<string, string>> {
  const found = await transaction.query<{ number: string; id: string }>({
    name: "agencies.subjects.findCalls",
    text: `SELECT incident_number AS number, id FROM call_for_service
      WHERE agency_id = $1 AND incident_number = ANY ($2::text[])`,
    values: [agencyId, [...new Set(rows.map(({ incidentNumber }) => incidentNumber))]],
  });
  return new Map(found.map(({ number, id }) => [number, id]));
}

/**
 * Links that are not there. One that staff have removed is not made again: a file does not know better than who looked.
 */
const missing = `missing AS MATERIALIZED (
  SELECT DISTINCT g."callId" AS call_id, g."recordId" AS record_id, g.role
  FROM jsonb_to_recordset($2::jsonb) AS g ("callId" uuid, "recordId" uuid, role text)
  WHERE NOT EXISTS (SELECT FROM call_subject s
      WHERE s.call_id = g."callId" AND s.record_id = g."recordId" AND s.role = g.role)
    AND NOT EXISTS (SELECT FROM call_subject_history h WHERE h.call_id = g."callId"
      AND h.record_id = g."recordId" AND h.role = g.role AND h.unlinked_by IS NOT NULL))`;

/** Counts the links that are missing. */
export async function countMissing(
  transaction: WriteTransaction,
  agencyId: string,
  links: readonly LinkedSubject[],
): Promise<number> {
  const text = `WITH ${missing} SELECT count(*)::integer AS links FROM missing WHERE $1::uuid IS NOT NULL`;
  const values = [agencyId, JSON.stringify(links)];
  const [counted] = await transaction.query<{ links: number }>({ name: "agencies.subjects.count", text, values });
  return counted?.links ?? 0;
}

/** Makes the links that are missing, and tells other slices of their calls; answers how many it made. */
export async function linkSubjects(
  transaction: WriteTransaction,
  agencyId: string,
  links: readonly LinkedSubject[],
): Promise<number> {
  const text = `
    WITH ${missing}
    INSERT INTO call_subject (call_id, agency_id, record_id, role, position)
    SELECT m.call_id, $1, m.record_id, m.role,
      coalesce((SELECT max(s.position) FROM call_subject s WHERE s.call_id = m.call_id), 0)
        + row_number() OVER (PARTITION BY m.call_id ORDER BY m.record_id, m.role)
    FROM missing m
    RETURNING call_id AS "callId", record_id AS "recordId"`;
  const made = await transaction.query<{ callId: string; recordId: string }>({
    name: "agencies.subjects.link",
    text,
    values: [agencyId, JSON.stringify(links)],
  });
  if (made.length > 0) await tell(transaction, agencyId, made);
  return made.length;
}

async function tell(
  transaction: WriteTransaction,
  agencyId: string,
  made: readonly { readonly callId: string; readonly recordId: string }[],
): Promise<void> {
  const callIds = [...new Set(made.map(({ callId }) => callId))];
  await transaction.query({
    name: "agencies.subjects.tell",
    text: callRecordedSql("unnest($1::uuid[]) AS linked (call_id)"),
    values: [callIds],
  });
  await transaction.audit({
    action: "importSubjects",
    subjects: { CallForService: callIds, Agency: [agencyId] },
    recordIds: [...new Set(made.map(({ recordId }) => recordId))],
    fields: ["CallForService.subjects"],
  });
}
