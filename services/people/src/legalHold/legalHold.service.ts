import { fail, failNotFound, UserErrorCode, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { recordOf } from "../record/recordOf.service";
import type { PlaceLegalHoldInput, ReleaseLegalHoldInput } from "./legalHold.inputs";

/** The hold to reload. */
export interface ChangedHold {
  readonly id: string;
}

/** Places a hold. It is kept on one record and holds for the person, whatever is linked to them. */
export async function placeLegalHold(
  transaction: WriteTransaction,
  { personId, authority, reason }: PlaceLegalHoldInput,
): Promise<ChangedHold> {
  const { recordId, sourceAgencyId } = await recordOf(transaction, personId);
  const id = uuidv7();
  await transaction.query({
    name: "people.legalHold.place",
    text: `INSERT INTO legal_hold (id, record_id, source_agency_id, authority, reason, placed_by)
           VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [id, recordId, sourceAgencyId, authority, reason, transaction.context.viewer.id],
  });
  await note(transaction, { id, recordId, action: "placeLegalHold" });
  return { id };
}

/** Releases a hold; once. */
export async function releaseLegalHold(
  transaction: WriteTransaction,
  { holdId: id, authority }: ReleaseLegalHoldInput,
): Promise<ChangedHold> {
  const field = ["input", "holdId"];
  const [hold] = await transaction.query<{ recordId: string }>({
    name: "people.legalHold.known",
    text: `SELECT h.record_id AS "recordId" FROM legal_hold h WHERE h.id = $1`,
    values: [id],
  });
  if (!hold) failNotFound("legal hold", field);
  const released = await transaction.query({
    name: "people.legalHold.release",
    text: `INSERT INTO legal_hold_release (hold_id, authority, released_by) VALUES ($1, $2, $3)
           ON CONFLICT DO NOTHING RETURNING hold_id`,
    values: [id, authority, transaction.context.viewer.id],
  });
  if (released.length === 0) fail(UserErrorCode.ILLEGAL_TRANSITION, "The hold is released already.", field);
  await note(transaction, { id, recordId: hold.recordId, action: "releaseLegalHold" });
  return { id };
}

async function note(
  transaction: WriteTransaction,
  { id, recordId, action }: ChangedHold & { readonly recordId: string; readonly action: string },
): Promise<void> {
  await transaction.audit({
    action,
    subjects: { LegalHold: [id] },
    recordIds: [recordId],
    basis: ["STATUTE"],
  });
}
