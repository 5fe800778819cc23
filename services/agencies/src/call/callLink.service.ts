import { fail, failNotFound, UserErrorCode, type Action, type WriteTransaction } from "@corespond/kit";

import { emitCallRecorded, type CallToTell } from "./call.event";
import { linkingRoles } from "./call.policy";
import type { CallSubjectRow } from "./call.row";

/** Which person is what in which call. */
export interface CallLink {
  readonly idempotencyKey: string;
  readonly callId: string;
  readonly personId: string;
  readonly role: CallSubjectRow["role"];
}

/** The records of a person that matter for a call: the one to link by, and it with those that the call has already. */
export interface PersonInCall {
  readonly recordId: string;
  readonly recordIds: readonly string[];
}

/** What people has answered before the transaction opened; null for a person who is not known to the viewer. */
export type KnownPerson = () => PersonInCall | null;

/** How many persons a call has at most. */
const mostSubjects = 20;

const personField = ["input", "personId"];

/** Says that a person is in a call. */
export const linkCallToPerson = (known: KnownPerson): Action<CallLink, { readonly id: string }> => ({
  name: "linkCallToPerson",
  roles: linkingRoles,
  act: async (transaction, input) => {
    const { call, person } = await callAndPerson(transaction, input, known);
    const { role } = input;
    if (call.subjects.some((subject) => subject.role === role && person.recordIds.includes(subject.recordId)))
      fail(UserErrorCode.INVALID, `The person is ${role} of this call already.`, personField);
    if (call.subjects.length >= mostSubjects)
      fail(UserErrorCode.INVALID, `A call has ${mostSubjects} persons at most.`, personField);
    await transaction.query({
      name: "agencies.call.link",
      text: `INSERT INTO call_subject (call_id, agency_id, record_id, role, position, linked_by)
             SELECT $1, $2, $3, $4, coalesce(max(s.position), 0) + 1, $5 FROM call_subject s WHERE s.call_id = $1`,
      values: [call.id, call.agencyId, person.recordId, role, transaction.context.viewer.id],
    });
    const subjects = [...call.subjects, { recordId: person.recordId, role }];
    return await tell(transaction, { ...call, subjects }, { action: "linkCallToPerson", recordIds: [person.recordId] });
  },
});

/** Says that a person is not in a call; that it was said is kept, for figures of the days when it was believed. */
export const unlinkCallFromPerson = (known: KnownPerson): Action<CallLink, { readonly id: string }> => ({
  name: "unlinkCallFromPerson",
  roles: linkingRoles,
  act: async (transaction, input) => {
    const { call, person } = await callAndPerson(transaction, input, known);
    const { role } = input;
    const unlinked = await transaction.query<{ recordId: string }>({
      name: "agencies.call.unlink",
      text: unlinkSql,
      values: [call.id, role, person.recordIds, transaction.context.viewer.id],
    });
    if (unlinked.length === 0) fail(UserErrorCode.INVALID, `The person is not ${role} of this call.`, personField);
    const recordIds = unlinked.map(({ recordId }) => recordId);
    const subjects = call.subjects.filter((s) => s.role !== role || !recordIds.includes(s.recordId));
    return await tell(transaction, { ...call, subjects }, { action: "unlinkCallFromPerson", recordIds });
  },
});

const unlinkSql = `
  WITH unlinked AS (
    DELETE FROM call_subject WHERE call_id = $1 AND role = $2 AND record_id = ANY ($3::uuid[])
    RETURNING call_id, record_id, role, agency_id, linked_at
  )
  INSERT INTO call_subject_history (call_id, record_id, role, agency_id, linked_at, unlinked_at, unlinked_by)
  SELECT call_id, record_id, role, agency_id, linked_at, clock_timestamp(), $4 FROM unlinked
  RETURNING record_id AS "recordId"`;

/** The call as it is for the viewer, kept from other links until the end, and the person whom the viewer knows. */
async function callAndPerson(
  transaction: WriteTransaction,
  { callId }: CallLink,
  known: KnownPerson,
): Promise<{ readonly call: CallToTell; readonly person: PersonInCall }> {
  await transaction.query({
    name: "agencies.call.lock",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('agencies.call.' || $1, 0))",
    values: [callId.toLowerCase()],
  });
  const [call] = await transaction.query<CallToTell & Record<string, unknown>>({
    name: "agencies.call.toTell",
    text: callToTellSql,
    values: [callId],
  });
  if (!call) failNotFound("call", ["input", "callId"]);
  const person = known();
  if (person === null) failNotFound("person", personField);
  return { call, person };
}

const callToTellSql = `
  SELECT c.id, c.agency_id AS "agencyId", coalesce(c.counted_as, c.incident_number) AS "incidentNumber",
    c.received_at AS "receivedAt", c.common_code AS "commonCode",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('recordId', s.record_id, 'role', s.role) ORDER BY s.position), '[]')
     FROM call_subject s WHERE s.call_id = c.id) AS "subjects"
  FROM call_for_service c WHERE c.id = $1`;

async function tell(
  transaction: WriteTransaction,
  call: CallToTell,
  { action, recordIds }: { readonly action: string; readonly recordIds: readonly string[] },
): Promise<{ readonly id: string }> {
  await transaction.audit({
    action,
    subjects: { CallForService: [call.id], Agency: [call.agencyId] },
    recordIds,
    fields: ["CallForService.subjects"],
  });
  await emitCallRecorded(transaction, call);
  return { id: call.id };
}
