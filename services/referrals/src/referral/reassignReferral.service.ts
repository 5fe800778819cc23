import { fail, UserErrorCode, type WriteTransaction } from "@corespond/kit";

import { actingStaff } from "../mutation/actingStaff";
import { addEvent } from "../referralEvent/addEvent.service";
import { updateRow } from "../rows/updateRow";
import { ReferralEventKind } from "../vocabulary/referralEventKind";
import { permitStep, type ReferralStep, type StepReason } from "./permitStep.service";
import { ReferralRow } from "./referral.row";

/** Whom a referral goes to, and why. `serves` lists the agencies of the new owner's assignments, none where there is no such social worker. */
export interface Reassignment extends Omit<ReferralStep, "action"> {
  readonly toStaffId: string;
  readonly serves: readonly string[];
  readonly reason: StepReason;
}

const field = ["input", "toStaffId"];

/**
 * Gives a referral another owner in one step, so that it has exactly one at any time. Service referrals keep their
 * author: those to protected programs come into nobody else's sight.
 */
export async function reassignReferral(
  transaction: WriteTransaction,
  { toStaffId, serves, ...step }: Reassignment,
): Promise<{ readonly id: string }> {
  const { row } = await permitStep(transaction, { ...step, action: "reassign" });
  const { id, recordId, status } = row;
  if (!serves.includes(row.agencyId))
    fail(
      UserErrorCode.INVALID,
      "Only a social worker who is assigned to the referral's agency today may own it.",
      field,
    );
  if (row.ownerId === toStaffId) fail(UserErrorCode.INVALID, "This social worker owns the referral already.", field);
  await updateRow(transaction, { target: ReferralRow, id }, { ownerId: toStaffId });
  await addEvent(transaction, actingStaff(transaction.context.viewer), {
    referralId: id,
    serviceReferralId: null,
    kind: ReferralEventKind.REASSIGNED,
    fromStatus: status,
    toStatus: status,
    reasonCode: step.reason.code,
    reasonText: step.reason.text,
    occurredAt: new Date(),
  });
  await transaction.audit({
    action: "reassignReferral",
    subjects: { Referral: [id], StaffMember: [...(row.ownerId === null ? [] : [row.ownerId]), toStaffId] },
    recordIds: [recordId],
    fields: ["Referral.owner"],
  });
  await transaction.emit({ type: "referral.reassigned", entityId: id, payload: { referralId: id } });
  return { id };
}
