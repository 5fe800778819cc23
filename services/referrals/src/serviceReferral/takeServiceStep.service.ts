import { invariant, type WriteTransaction } from "@corespond/kit";

import { actingStaff } from "../mutation/actingStaff";
import { addEvent } from "../referralEvent/addEvent.service";
import { updateRow } from "../rows/updateRow";
import { ReferralEventKind } from "../vocabulary/referralEventKind";
import type { ReferralOutcome } from "../vocabulary/referralOutcome";
import { finalStatuses } from "../vocabulary/referralStatus";
import { permitServiceStep, type PermittedServiceStep, type ServiceReferralStep } from "./permitServiceStep.service";
import { ServiceReferralRow } from "./serviceReferral.row";
import { serviceReferralMutations, type ServiceReferralAction } from "./serviceReferral.status";

/** A step that changes where a service referral stands. */
export interface ChangingServiceStep extends ServiceReferralStep {
  readonly outcome?: ReferralOutcome;
}

/** What a step is called in the timeline and in the outbox. */
const told: Readonly<Record<ServiceReferralAction, readonly [ReferralEventKind, string]>> = {
  accept: [ReferralEventKind.ACCEPTED, "service_referral.accepted"],
  reject: [ReferralEventKind.REJECTED, "service_referral.rejected"],
  complete: [ReferralEventKind.COMPLETED, "service_referral.completed"],
  fail: [ReferralEventKind.FAILED, "service_referral.failed"],
  cancel: [ReferralEventKind.CANCELLED, "service_referral.cancelled"],
};

/** Takes a step: the timeline while the viewer still sees the row, the state, the audit, the outbox. */
export async function takeServiceStep(
  transaction: WriteTransaction,
  step: ChangingServiceStep,
): Promise<{ readonly id: string }> {
  const permitted = await permitServiceStep(transaction, step);
  const { row, to } = permitted;
  const { id, recordId, referralId } = row;
  const [kind, type] = told[step.action];
  await addEvent(transaction, actingStaff(transaction.context.viewer), {
    referralId,
    serviceReferralId: id,
    kind,
    fromStatus: row.status,
    toStatus: to,
    reasonCode: step.reason?.code ?? null,
    reasonText: step.reason?.text ?? null,
    occurredAt: new Date(),
  });
  await change(transaction, step, permitted);
  const fields = [
    "ServiceReferral.status",
    ...(step.reason ? ["ServiceReferral.statusReason"] : []),
    ...(step.outcome ? ["ServiceReferral.outcome"] : []),
  ];
  const action = serviceReferralMutations[step.action];
  await transaction.audit({
    action,
    subjects: { ServiceReferral: [id] },
    recordIds: [recordId],
    fields,
  });
  await transaction.emit({ type, entityId: id, payload: { serviceReferralId: id } });
  return { id };
}

async function change(
  transaction: WriteTransaction,
  step: ChangingServiceStep,
  { row, to }: PermittedServiceStep,
): Promise<void> {
  if (step.action === "reject") {
    await reject(transaction, row.id, step);
    return;
  }
  await updateRow(
    transaction,
    { target: ServiceReferralRow, id: row.id },
    {
      status: to,
      statusReasonCode: step.reason?.code ?? null,
      statusReasonText: step.reason?.text ?? null,
      ...(step.outcome && { outcome: step.outcome }),
      ...(step.action === "accept" && { acceptedAt: new Date() }),
      ...(finalStatuses.includes(to) && { closedAt: new Date() }),
    },
  );
}

/** A rejection hides the row from its provider, which takes a function of the owner's; see `rejectFunction`. */
async function reject(transaction: WriteTransaction, id: string, { reason }: ChangingServiceStep): Promise<void> {
  const [answer] = await transaction.query<{ rejected: boolean | null }>({
    name: "referrals.service_referral.reject",
    text: "SELECT reject_service_referral($1, $2, $3) AS rejected",
    values: [id, reason?.code, reason?.text],
  });
  invariant(answer?.rejected === true, "a permitted rejection finds its row");
}
