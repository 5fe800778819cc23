import { invariant, type WriteTransaction } from "@corespond/kit";

import type { CallRecorded } from "./callRecorded.service";

/** What an event told of a call, and when. Versions of one call are ordered by `toldAt`, then by `eventId`. */
export interface CallFactVersion extends CallRecorded {
  readonly toldAt: string;
  readonly eventId: string;
}

/** Puts a version in its place among those of its call. */
export async function keepVersion(transaction: WriteTransaction, version: CallFactVersion): Promise<void> {
  if (await keepFirst(transaction, version)) return;
  const place = await placeOf(transaction, version);
  if (place === "EARLIER") await keepSuperseded(transaction, version);
  if (place === "LATER") {
    await supersedeCurrent(transaction, version);
    await keepCurrent(transaction, version);
  }
}

/** Most calls are told of once: one statement keeps them. False where the call is known. */
async function keepFirst(transaction: WriteTransaction, version: CallFactVersion): Promise<boolean> {
  const [kept] = await transaction.query<{ first: boolean }>({
    name: "referrals.callFact.keepFirst",
    text: `WITH first AS (
             INSERT INTO call_fact (call_id, agency_id, incident_number, received_at, common_code, told_at, event_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (call_id) DO NOTHING RETURNING call_id, agency_id),
           subjects AS (
             INSERT INTO call_fact_subject (call_id, record_id, role, agency_id)
             SELECT DISTINCT first.call_id, s."recordId", s.role, first.agency_id
             FROM first, jsonb_to_recordset($8::jsonb) AS s ("recordId" uuid, role text))
           SELECT EXISTS (SELECT FROM first) AS first`,
    values: [...factOf(version), JSON.stringify(version.subjects)],
  });
  return kept?.first ?? false;
}

/** Where a version of a known call stands to the current one. The lock lets two events at once see each other. */
async function placeOf(
  transaction: WriteTransaction,
  { callId, toldAt, eventId }: CallFactVersion,
): Promise<"LATER" | "EARLIER" | "KNOWN"> {
  const [current] = await transaction.query<{ place: "LATER" | "EARLIER" | "KNOWN" }>({
    name: "referrals.callFact.lockCurrent",
    text: `SELECT CASE WHEN (told_at, event_id) < ($2::timestamptz, $3::uuid) THEN 'LATER'
             WHEN (told_at, event_id) > ($2::timestamptz, $3::uuid) THEN 'EARLIER' ELSE 'KNOWN' END AS place
           FROM call_fact WHERE call_id = $1 FOR UPDATE`,
    values: [callId, toldAt, eventId],
  });
  invariant(current, "a call that was not told of first is known");
  return current.place;
}

async function keepCurrent(transaction: WriteTransaction, version: CallFactVersion): Promise<void> {
  await transaction.query({
    name: "referrals.callFact.update",
    text: `UPDATE call_fact SET agency_id = $2, incident_number = $3, received_at = $4, common_code = $5, told_at = $6, event_id = $7
           WHERE call_id = $1`,
    values: factOf(version),
  });
  await transaction.query({
    name: "referrals.callFact.keepSubjects",
    text: `INSERT INTO call_fact_subject (call_id, record_id, role, agency_id)
           SELECT DISTINCT $1::uuid, s."recordId", s.role, $2::uuid
           FROM jsonb_to_recordset($3::jsonb) AS s ("recordId" uuid, role text)`,
    values: [version.callId, version.agencyId, JSON.stringify(version.subjects)],
  });
}

/** Moves the current version and its subjects into the history. */
async function supersedeCurrent(transaction: WriteTransaction, { callId, toldAt }: CallFactVersion): Promise<void> {
  await transaction.query({
    name: "referrals.callFact.supersede",
    text: `WITH superseded AS (
             INSERT INTO call_fact_history (call_id, agency_id, incident_number, received_at, common_code, told_at, event_id, superseded_at)
             SELECT call_id, agency_id, incident_number, received_at, common_code, told_at, event_id, $2
             FROM call_fact WHERE call_id = $1 RETURNING call_id, told_at, event_id)
           INSERT INTO call_fact_subject_history (call_id, told_at, event_id, record_id, role, agency_id)
           SELECT call_id, told_at, event_id, s.record_id, s.role, s.agency_id
           FROM superseded JOIN call_fact_subject s USING (call_id)`,
    values: [callId, toldAt],
  });
  await transaction.query({
    name: "referrals.callFact.forgetSubjects",
    text: "DELETE FROM call_fact_subject WHERE call_id = $1",
    values: [callId],
  });
}

/** Keeps a version that a later one had superseded before it arrived; the one before it ended when it was told. */
async function keepSuperseded(transaction: WriteTransaction, version: CallFactVersion): Promise<void> {
  await transaction.query({
    name: "referrals.callFact.endEarlier",
    text: `UPDATE call_fact_history SET superseded_at = $2
           WHERE (call_id, told_at, event_id) = (
             SELECT call_id, told_at, event_id FROM call_fact_history
             WHERE call_id = $1 AND (told_at, event_id) < ($2::timestamptz, $3::uuid) ORDER BY told_at DESC, event_id DESC LIMIT 1)`,
    values: [version.callId, version.toldAt, version.eventId],
  });
  await transaction.query({
    name: "referrals.callFact.keepSuperseded",
    text: `WITH later (told_at, event_id) AS (
             SELECT told_at, event_id FROM call_fact_history WHERE call_id = $1
             UNION ALL SELECT told_at, event_id FROM call_fact WHERE call_id = $1),
           kept AS (
             INSERT INTO call_fact_history (call_id, agency_id, incident_number, received_at, common_code, told_at, event_id, superseded_at)
             SELECT $1, $2, $3, $4, $5, $6, $7, min(later.told_at) FROM later
             WHERE (later.told_at, later.event_id) > ($6::timestamptz, $7::uuid)
             ON CONFLICT DO NOTHING RETURNING call_id, told_at, event_id)
           INSERT INTO call_fact_subject_history (call_id, told_at, event_id, record_id, role, agency_id)
           SELECT DISTINCT kept.call_id, kept.told_at, kept.event_id, s."recordId", s.role, $2::uuid
           FROM kept, jsonb_to_recordset($8::jsonb) AS s ("recordId" uuid, role text)`,
    values: [...factOf(version), JSON.stringify(version.subjects)],
  });
}

function factOf({ callId, agencyId, incidentNumber, receivedAt, commonCode, toldAt, eventId }: CallFactVersion) {
  return [callId, agencyId, incidentNumber, receivedAt, commonCode, toldAt, eventId];
}
