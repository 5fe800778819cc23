import type { WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { actingStaff } from "../mutation/actingStaff";
import { takeStep } from "../referral/takeStep.service";
import { insertRow } from "../rows/insertRow";
import type { ContactKind } from "../vocabulary/contactKind";
import type { ContactResult } from "../vocabulary/contactResult";
import { ContactRow } from "./contact.row";

/** A contact to record. */
export interface NewContact {
  readonly referralId: string;
  readonly expectedVersion?: string | null;
  readonly kind: ContactKind;
  readonly result: ContactResult;
  readonly occurredAt: Date;
  readonly notes?: string | null;
}

/** Records a contact; the first one takes an accepted referral into progress. */
export async function recordContact(
  transaction: WriteTransaction,
  contact: NewContact,
): Promise<{ readonly id: string; readonly referralId: string }> {
  const { kind, result, occurredAt, notes = null } = contact;
  const row = await takeStep(transaction, { ...contact, action: "recordContact", reason: null });
  const byId = actingStaff(transaction.context.viewer);
  const id = uuidv7();
  const { id: referralId, recordId } = row;
  await insertRow(transaction, ContactRow, {
    id,
    referralId,
    recordId,
    kind,
    result,
    notes,
    byId,
    occurredAt,
    recordedAt: new Date(),
  });
  await transaction.audit({
    action: "recordContact",
    subjects: { Contact: [id] },
    recordIds: [recordId],
    fields: ["Contact.kind", "Contact.result", "Contact.occurredAt", ...(notes === null ? [] : ["Contact.notes"])],
  });
  return { id, referralId };
}
