import { fail, failNotFound, UserErrorCode, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { recordOf } from "../record/recordOf.service";
import type { AnswerDataRequestInput, RecordDataRequestInput } from "./dataRequest.inputs";
import { DataRequestKind, DataRequestOutcome } from "./dataRequestKind";
import { dueOn } from "./dueOn";

/** The request to reload. */
export interface ChangedRequest {
  readonly id: string;
}

/** Records what a person asks for, and starts its clock. */
export async function recordDataRequest(
  transaction: WriteTransaction,
  { personId, kind, statement, receivedOn }: RecordDataRequestInput,
): Promise<ChangedRequest> {
  if (receivedOn > new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
    fail(UserErrorCode.INVALID, `\`receivedOn\` must not be in the future, but got: ${receivedOn}.`, [
      "input",
      "receivedOn",
    ]);
  const { recordId, sourceAgencyId } = await recordOf(transaction, personId);
  const id = uuidv7();
  const { viewer } = transaction.context;
  await transaction.query({
    name: "people.dataRequest.record",
    text: `INSERT INTO data_request (id, record_id, source_agency_id, kind, statement, received_on, due_on, recorded_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [id, recordId, sourceAgencyId, kind, statement, receivedOn, dueOn(kind, receivedOn), viewer.id],
  });
  await note(transaction, { id, recordId, action: "recordDataRequest" });
  return { id };
}

interface KnownRequest extends Record<string, unknown> {
  readonly recordId: string;
  readonly sourceAgencyId: string;
  readonly kind: DataRequestKind;
}

/** Records the answer; once. What the person disagrees with goes with the record from then on. */
export async function answerDataRequest(
  transaction: WriteTransaction,
  { requestId: id, outcome, explanation, statementOfDisagreement }: AnswerDataRequestInput,
): Promise<ChangedRequest> {
  const field = ["input", "requestId"];
  const [request] = await transaction.query<KnownRequest>({
    name: "people.dataRequest.known",
    text: `SELECT d.record_id AS "recordId", d.source_agency_id AS "sourceAgencyId", d.kind FROM data_request d WHERE d.id = $1`,
    values: [id],
  });
  if (!request) failNotFound("request", field);
  const disagrees = statementOfDisagreement ?? null;
  if (disagrees !== null && (request.kind !== DataRequestKind.CORRECTION || outcome === DataRequestOutcome.GRANTED))
    fail(UserErrorCode.INVALID, "Only a correction that was not granted leaves something to disagree with.", [
      "input",
      "statementOfDisagreement",
    ]);
  const { viewer } = transaction.context;
  const answered = await transaction.query({
    name: "people.dataRequest.answer",
    text: `INSERT INTO data_request_answer (request_id, outcome, explanation, answered_by) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING RETURNING request_id`,
    values: [id, outcome, explanation, viewer.id],
  });
  if (answered.length === 0) fail(UserErrorCode.ILLEGAL_TRANSITION, "The request is answered already.", field);
  const { recordId, sourceAgencyId } = request;
  if (disagrees !== null)
    await transaction.query({
      name: "people.disagreement.record",
      text: `INSERT INTO statement_of_disagreement (id, record_id, source_agency_id, statement, recorded_by)
             VALUES ($1, $2, $3, $4, $5)`,
      values: [uuidv7(), recordId, sourceAgencyId, disagrees, viewer.id],
    });
  await note(transaction, { id, recordId, action: "answerDataRequest" });
  return { id };
}

async function note(
  transaction: WriteTransaction,
  { id, recordId, action }: ChangedRequest & { readonly recordId: string; readonly action: string },
): Promise<void> {
  await transaction.audit({
    action,
    subjects: { DataRequest: [id] },
    recordIds: [recordId],
    basis: ["OWN_RECORD"],
  });
}
