import { fail, UserErrorCode, UserFailure, type Action, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { emitCallRecorded } from "./call.event";
import { mayRecordFor, recordingRoles } from "./call.policy";
import type { CallSubjectRow } from "./call.row";
import { wrongTimes, type CallTimes } from "./call.times";

/** A call as it is recorded. */
export interface NewCall extends CallTimes {
  readonly idempotencyKey: string;
  readonly agencyId?: string | null;
  readonly incidentNumber: string;
  readonly natureCode?: string | null;
  readonly natureText?: string | null;
  readonly commonCode?: string | null;
  readonly priority?: number | null;
  readonly disposition?: string | null;
  readonly beat?: string | null;
  readonly address?: {
    readonly street?: string | null;
    readonly city?: string | null;
    readonly text?: string | null;
  } | null;
  readonly cautions?: readonly { readonly text: string; readonly source?: string | null }[] | null;
  readonly subjects?: readonly NewCallSubject[] | null;
}

/** A person in a call, as the viewer knows them. */
interface NewCallSubject {
  readonly personId: string;
  readonly role: CallSubjectRow["role"];
}

/** The record of each person of a call by the person's id in lower case, as people has answered. */
export type KnownRecords = () => ReadonlyMap<string, string>;

/** A call that may be recorded, of a known agency and with known persons. */
interface CheckedCall extends Omit<NewCall, "subjects"> {
  readonly id: string;
  readonly agencyId: string;
  readonly subjects: readonly CallSubjectRow[];
}

/** Records a call for service. `known` is what people was asked before the transaction opened. */
export const recordCall = (known: KnownRecords): Action<NewCall, { readonly id: string }> => ({
  name: "recordCall",
  roles: recordingRoles,
  act: async (transaction, input) => {
    const agencyId = input.agencyId ?? transaction.context.viewer.agencyId;
    if (agencyId === null || !mayRecordFor(transaction.context.viewer, agencyId)) {
      fail(
        UserErrorCode.NOT_ALLOWED,
        "You may record calls of your own agency, and as a dispatcher of those that it dispatches.",
        ["input", "agencyId"],
      );
    }
    const wrong = wrongTimes(input);
    if (wrong.length > 0) throw new UserFailure(wrong);
    const subjects = input.subjects?.length ? knownSubjects(input.subjects, known()) : [];
    const call = { ...input, id: uuidv7(), agencyId, subjects };
    await insertCall(transaction, call);
    await insertSubjects(transaction, call);
    await tell(transaction, call);
    return { id: call.id };
  },
});

function knownSubjects(
  subjects: readonly NewCallSubject[],
  known: ReadonlyMap<string, string>,
): readonly CallSubjectRow[] {
  const found = subjects.map(({ personId, role }) => ({ recordId: known.get(personId.toLowerCase()) ?? null, role }));
  const errors = found.flatMap(({ recordId, role }, index) => {
    const field = ["input", "subjects", String(index), "personId"];
    if (recordId === null)
      return [{ code: UserErrorCode.NOT_FOUND, message: "No person with this id is known to you.", field }];
    const first = found.findIndex((other) => other.recordId === recordId && other.role === role);
    return first < index
      ? [{ code: UserErrorCode.INVALID, message: `The person is ${role} of this call already.`, field }]
      : [];
  });
  if (errors.length > 0) throw new UserFailure(errors);
  return found.flatMap(({ recordId, role }) => (recordId === null ? [] : [{ recordId, role }]));
}

async function insertCall(transaction: WriteTransaction, call: CheckedCall): Promise<void> {
  const inserted = await transaction.query({
    name: "agencies.call.insert",
    text: `INSERT INTO call_for_service (id, agency_id, incident_number, received_at, answered_at, closed_at, nature_code,
             nature_text, common_code, priority, disposition, beat, address_street, address_city, address_text, cautions)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
           ON CONFLICT (agency_id, incident_number) DO NOTHING RETURNING id`,
    values: [
      call.id,
      call.agencyId,
      call.incidentNumber,
      call.receivedAt,
      call.answeredAt ?? null,
      call.closedAt ?? null,
      call.natureCode ?? null,
      call.natureText ?? null,
      call.commonCode ?? null,
      call.priority ?? null,
      call.disposition ?? null,
      call.beat ?? null,
      call.address?.street ?? null,
      call.address?.city ?? null,
      call.address?.text ?? null,
      JSON.stringify((call.cautions ?? []).map(({ text, source }) => ({ text, source: source ?? null }))),
    ],
  });
  if (inserted.length === 0) {
    fail(UserErrorCode.TAKEN, `The agency has a call with this number already: ${call.incidentNumber}.`, [
      "input",
      "incidentNumber",
    ]);
  }
}

async function insertSubjects(transaction: WriteTransaction, { id, agencyId, subjects }: CheckedCall): Promise<void> {
  if (subjects.length === 0) return;
  await transaction.query({
    name: "agencies.call.insertSubjects",
    text: `INSERT INTO call_subject (call_id, agency_id, record_id, role, position)
           SELECT $1, $2, record_id, role, position FROM unnest($3::uuid[], $4::text[]) WITH ORDINALITY AS s (record_id, role, position)`,
    values: [id, agencyId, subjects.map(({ recordId }) => recordId), subjects.map(({ role }) => role)],
  });
}

/** Audit and event of a recorded call. */
async function tell(transaction: WriteTransaction, call: CheckedCall): Promise<void> {
  const { id, agencyId, incidentNumber, receivedAt, commonCode = null, subjects } = call;
  await transaction.audit({
    action: "recordCall",
    subjects: { CallForService: [id], Agency: [agencyId] },
    recordIds: [...new Set(subjects.map(({ recordId }) => recordId))],
    fields: Object.entries(call)
      .filter(([field, value]) => value != null && field !== "idempotencyKey")
      .map(([field]) => `CallForService.${field}`),
  });
  await emitCallRecorded(transaction, { id, agencyId, incidentNumber, receivedAt, commonCode, subjects });
}
