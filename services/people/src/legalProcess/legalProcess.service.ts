import { fail, failNotFound, UserErrorCode, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { recordOf } from "../record/recordOf.service";
import type { AnswerLegalProcessInput, RecordLegalProcessInput } from "./legalProcess.inputs";
import { LegalProcessKind } from "./legalProcessKind";

/** The process to reload. */
export interface ChangedProcess {
  readonly id: string;
}

interface KnownProcess extends Record<string, unknown> {
  readonly recordId: string;
  readonly kind: LegalProcessKind;
}

/** Records by what data are demanded or owed. Nothing is opened by it. */
export async function recordLegalProcess(
  transaction: WriteTransaction,
  input: RecordLegalProcessInput,
): Promise<ChangedProcess> {
  const { personId, kind, issuer, number, scope, receivedOn, dueOn } = input;
  if (dueOn != null && dueOn < receivedOn)
    fail(UserErrorCode.INVALID, `\`dueOn\` must not be before \`receivedOn\`, but got: ${dueOn}.`, ["input", "dueOn"]);
  const { recordId, sourceAgencyId } = await recordOf(transaction, personId);
  const id = uuidv7();
  const by = transaction.context.viewer.id;
  await transaction.query({
    name: "people.legalProcess.record",
    text: `INSERT INTO legal_process (id, record_id, source_agency_id, kind, issuer, number, scope, received_on, due_on, recorded_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [id, recordId, sourceAgencyId, kind, issuer, number, scope, receivedOn, dueOn ?? null, by],
  });
  await note(transaction, { id, recordId, kind, action: "recordLegalProcess" });
  return { id };
}

/** Records the answer; once. */
export async function answerLegalProcess(
  transaction: WriteTransaction,
  { processId: id, disclosed, answer }: AnswerLegalProcessInput,
): Promise<ChangedProcess> {
  const field = ["input", "processId"];
  const [process] = await transaction.query<KnownProcess>({
    name: "people.legalProcess.known",
    text: `SELECT p.record_id AS "recordId", p.kind FROM legal_process p WHERE p.id = $1`,
    values: [id],
  });
  if (!process) failNotFound("legal process", field);
  const answered = await transaction.query({
    name: "people.legalProcess.answer",
    text: `INSERT INTO legal_process_answer (process_id, disclosed, answer, answered_by) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING RETURNING process_id`,
    values: [id, disclosed, answer, transaction.context.viewer.id],
  });
  if (answered.length === 0) fail(UserErrorCode.ILLEGAL_TRANSITION, "The process is answered already.", field);
  await note(transaction, { id, ...process, action: "answerLegalProcess" });
  return { id };
}

async function note(
  transaction: WriteTransaction,
  { id, recordId, kind, action }: ChangedProcess & KnownProcess & { readonly action: string },
): Promise<void> {
  await transaction.audit({
    action,
    subjects: { LegalProcess: [id] },
    recordIds: [recordId],
    basis: [kind === LegalProcessKind.STATUTE ? "STATUTE" : "COURT_ORDER"],
  });
}
