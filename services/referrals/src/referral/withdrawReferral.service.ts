import type { WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { actingStaff } from "../mutation/actingStaff";
import { addEvent } from "../referralEvent/addEvent.service";
import { ReferralMessageRow } from "../referralMessage/referralMessage.row";
import { insertRow } from "../rows/insertRow";
import { ReferralEventKind } from "../vocabulary/referralEventKind";
import { ReferralStatus } from "../vocabulary/referralStatus";
import { permitStep, type ReferralStep, type StepReason } from "./permitStep.service";
import type { ReferralRow } from "./referral.row";
import { takeStep } from "./takeStep.service";

/** A withdrawal, which is always explained. */
export interface Withdrawal extends Omit<ReferralStep, "action"> {
  readonly reason: StepReason;
}

/** What became of a withdrawal. */
export interface Withdrawn {
  readonly id: string;
  readonly becameMessage: boolean;
}

/** Takes a referral back before it is accepted; after that, asks its owner to close it. */
export async function withdrawReferral(transaction: WriteTransaction, withdrawal: Withdrawal): Promise<Withdrawn> {
  const step = { ...withdrawal, action: "withdraw" } as const;
  const { row, to } = await permitStep(transaction, step);
  if (to === ReferralStatus.CANCELLED) {
    await takeStep(transaction, { ...step, expectedVersion: null });
    return { id: row.id, becameMessage: false };
  }
  await tellOwner(transaction, row, withdrawal.reason);
  return { id: row.id, becameMessage: true };
}

async function tellOwner(transaction: WriteTransaction, row: ReferralRow, { code, text }: StepReason): Promise<void> {
  const fromId = actingStaff(transaction.context.viewer);
  const { id: referralId, recordId, status } = row;
  const message = { id: uuidv7(), referralId, recordId, fromId, reasonCode: code, text, sentAt: new Date() };
  await insertRow(transaction, ReferralMessageRow, message);
  await addEvent(transaction, fromId, {
    referralId,
    serviceReferralId: null,
    kind: ReferralEventKind.WITHDRAWAL_ASKED,
    fromStatus: status,
    toStatus: status,
    reasonCode: code,
    reasonText: text,
    occurredAt: message.sentAt,
  });
  await transaction.audit({
    action: "withdrawReferral",
    subjects: { Referral: [referralId], ReferralMessage: [message.id] },
    recordIds: [recordId],
    fields: ["Referral.messages"],
  });
  await transaction.emit({ type: "referral.withdrawal_asked", entityId: referralId, payload: { referralId } });
}
