import type { WriteTransaction } from "@corespond/kit";

import { actingStaff } from "../mutation/actingStaff";
import { addEvent } from "../referralEvent/addEvent.service";
import { updateRow } from "../rows/updateRow";
import { ReferralEventKind } from "../vocabulary/referralEventKind";
import { closeServiceReferrals } from "../serviceReferral/closeServiceReferrals.service";
import type { ReferralOutcome } from "../vocabulary/referralOutcome";
import { finalStatuses } from "../vocabulary/referralStatus";
import { permitStep, type ReferralStep } from "./permitStep.service";
import { ReferralRow } from "./referral.row";
import { referralMutations, type ReferralAction } from "./referral.status";

/** A step that changes where a referral stands. */
export interface ChangingStep extends ReferralStep {
  readonly outcome?: ReferralOutcome;
  /** When it happened, where that is not now. */
  readonly occurredAt?: Date;
}

/** What a step is called in the timeline and in the outbox. Referring on and reassigning tell it themselves. */
const told: Readonly<Record<Exclude<ReferralAction, "refer" | "reassign">, readonly [ReferralEventKind, string]>> = {
  accept: [ReferralEventKind.ACCEPTED, "referral.accepted"],
  reject: [ReferralEventKind.REJECTED, "referral.rejected"],
  recordContact: [ReferralEventKind.CONTACT_RECORDED, "referral.contacted"],
  hold: [ReferralEventKind.PUT_ON_HOLD, "referral.held"],
  resume: [ReferralEventKind.RESUMED, "referral.resumed"],
  complete: [ReferralEventKind.COMPLETED, "referral.completed"],
  fail: [ReferralEventKind.FAILED, "referral.failed"],
  cancel: [ReferralEventKind.CANCELLED, "referral.cancelled"],
  withdraw: [ReferralEventKind.WITHDRAWN, "referral.withdrawn"],
};

/** Takes a step: the state, with its reason and outcome; the timeline; the audit; the outbox. Answers the row as it was. */
export async function takeStep(
  transaction: WriteTransaction,
  step: ChangingStep & { readonly action: keyof typeof told },
): Promise<ReferralRow> {
  const staffId = actingStaff(transaction.context.viewer);
  const { row, to } = await permitStep(transaction, step);
  const [kind, type] = told[step.action];
  const { id, recordId } = row;
  if (to !== row.status) {
    await updateRow(
      transaction,
      { target: ReferralRow, id },
      {
        status: to,
        statusReasonCode: step.reason?.code ?? null,
        statusReasonText: step.reason?.text ?? null,
        ...(step.outcome && { outcome: step.outcome }),
        ...(step.action === "accept" && { ownerId: staffId }),
      },
    );
  }
  await addEvent(transaction, staffId, {
    referralId: id,
    serviceReferralId: null,
    kind,
    fromStatus: row.status,
    toStatus: to,
    reasonCode: step.reason?.code ?? null,
    reasonText: step.reason?.text ?? null,
    occurredAt: step.occurredAt ?? new Date(),
  });
  const fields = [
    "Referral.status",
    ...(step.reason ? ["Referral.statusReason"] : []),
    ...(step.outcome ? ["Referral.outcome"] : []),
  ];
  const action = referralMutations[step.action];
  await transaction.audit({
    action,
    subjects: { Referral: [id] },
    recordIds: [recordId],
    fields,
  });
  await transaction.emit({ type, entityId: id, payload: { referralId: id } });
  if (finalStatuses.includes(to)) await closeServiceReferrals(transaction, id);
  return row;
}
