import { fail, failNotFound, invariant, UserErrorCode, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import type { Person } from "../person/person.type";
import { SuspensionStatement } from "./accounting.enums";
import type { RequestAccountingInput, SuspendAccountingInput } from "./accounting.inputs";
import { dueOn, oralDays, oralEnd } from "./accounting.rules";
import { AccountingRequestRow } from "./accountingRequest.row";
import { expectInForce } from "./accountingStart.service";
import { AccountingSuspensionRow } from "./accountingSuspension.row";

/** The person as the viewer was found to see them before the transaction opened. */
export type KnownPerson = () => Person | null;

/** Records that a person asked for an accounting, which starts its clock. */
export async function requestAccounting(
  transaction: WriteTransaction,
  { kind, requestedOn }: RequestAccountingInput,
  known: KnownPerson,
): Promise<{ readonly id: string }> {
  await expectInForce(transaction, { kind, requestedOn });
  if (requestedOn > new Date().toISOString().slice(0, 10))
    fail(UserErrorCode.INVALID, `\`requestedOn\` must not be in the future, but got: ${requestedOn}.`, [
      "input",
      "requestedOn",
    ]);
  const kept = await recordOf(transaction, known);
  const id = uuidv7();
  await transaction.manager.insert(AccountingRequestRow, {
    id,
    ...kept,
    kind,
    requestedOn,
    dueOn: dueOn(kind, requestedOn),
  });
  await audit(transaction, { action: "requestAccounting", type: "AccountingRequest", id, recordId: kept.recordId });
  return { id };
}

/** Records that an official had the accounting of disclosures to their agency suspended. */
export async function suspendAccounting(
  transaction: WriteTransaction,
  { recipientAgencyId, statement, official, endsAt }: SuspendAccountingInput,
  known: KnownPerson,
): Promise<{ readonly id: string }> {
  const end = suspensionEnd(statement, endsAt ?? null, new Date());
  const kept = await recordOf(transaction, known);
  const id = uuidv7();
  await transaction.manager.insert(AccountingSuspensionRow, {
    ...{ id, ...kept, recipientAgencyId, statement, official },
    endsAt: end,
  });
  await audit(transaction, { action: "suspendAccounting", type: "AccountingSuspension", id, recordId: kept.recordId });
  return { id };
}

function suspensionEnd(statement: SuspensionStatement, asked: Date | null, now: Date): Date {
  const field = ["input", "endsAt"];
  if (statement === SuspensionStatement.WRITTEN && asked === null)
    fail(UserErrorCode.REQUIRED, "A written statement says until when.", field);
  const end = asked ?? oralEnd(now);
  if (end <= now)
    fail(UserErrorCode.INVALID, `\`endsAt\` must be later than now, but got: ${end.toISOString()}.`, field);
  if (statement === SuspensionStatement.ORAL && end > oralEnd(now))
    fail(UserErrorCode.INVALID, `An oral suspension ends within ${String(oralDays)} days.`, field);
  return end;
}

/** The record on which the accounting of a person is kept: the newest that the viewer sees. */
async function recordOf(
  transaction: WriteTransaction,
  known: KnownPerson,
): Promise<{ readonly recordId: string; readonly sourceAgencyId: string; readonly recordedBy: string }> {
  const person = known();
  if (!person) failNotFound("person", ["input", "personId"]);
  const [record] = await transaction.query<{ sourceAgencyId: string }>({
    name: "people.record.agency",
    text: `SELECT source_agency_id AS "sourceAgencyId" FROM person_record WHERE id = $1`,
    values: [person.recordId],
  });
  if (!record) failNotFound("person", ["input", "personId"]);
  const { id } = transaction.context.viewer;
  invariant(id, "an action has a signed-in viewer");
  return { recordId: person.recordId, sourceAgencyId: record.sourceAgencyId, recordedBy: id };
}

async function audit(
  transaction: WriteTransaction,
  done: { readonly action: string; readonly type: string; readonly id: string; readonly recordId: string },
): Promise<void> {
  await transaction.audit({
    action: done.action,
    subjects: { [done.type]: [done.id] },
    recordIds: [done.recordId],
    fields: [done.type],
    basis: ["STATUTE"],
  });
}
