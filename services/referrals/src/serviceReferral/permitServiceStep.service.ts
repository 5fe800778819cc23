import { expectVersion, fail, UserErrorCode, type WriteTransaction } from "@corespond/kit";

import type { StepReason } from "../referral/permitStep.service";
import { lockRow } from "../rows/lockRow";
import { refuseAttempt } from "../stateMachine/refuseAttempt";
import { decide, legalActions } from "../stateMachine/stateMachine";
import type { ReferralStatus } from "../vocabulary/referralStatus";
import { serviceReferralActorsOf, serviceReferralFor } from "./serviceReferral.policy";
import { ServiceReferralRow } from "./serviceReferral.row";
import { serviceReferralMachine, serviceReferralMutations, type ServiceReferralAction } from "./serviceReferral.status";

/** A step that is tried on a service referral. */
export interface ServiceReferralStep {
  readonly serviceReferralId: string;
  readonly expectedVersion?: string | null;
  readonly action: ServiceReferralAction;
  readonly reason: StepReason | null;
}

/** A permitted step: the locked row, and the state that the step leads to. */
export interface PermittedServiceStep {
  readonly row: ServiceReferralRow;
  readonly to: ReferralStatus;
}

const field = ["input", "serviceReferralId"];

/** Locks a service referral as the viewer sees it, and ends the action where version, state or viewer forbids the step. */
export async function permitServiceStep(
  transaction: WriteTransaction,
  step: ServiceReferralStep,
): Promise<PermittedServiceStep> {
  const { viewer } = transaction.context;
  const { serviceReferralId: id, action } = step;
  const row = await lockRow(transaction, { target: ServiceReferralRow, id, noun: "service referral", field });
  expectVersion(step.expectedVersion, serviceReferralFor(viewer, row).version, `It is ${row.status}.`);
  const actors = serviceReferralActorsOf(viewer, row);
  const decision = decide(serviceReferralMachine, { state: row.status, action, actors });
  if (decision.kind !== "LEGAL") {
    const possible = legalActions(serviceReferralMachine, { state: row.status, actors });
    refuseAttempt(decision.kind, {
      noun: "service referral",
      shownState: row.status,
      mutation: serviceReferralMutations[action],
      possible: [...new Set(possible.map((legal) => serviceReferralMutations[legal]))],
      field,
    });
  }
  if (decision.reasonRequired && step.reason === null) {
    fail(UserErrorCode.REQUIRED, "An outcome other than GOT_HELP must be explained.", ["input", "explanation"]);
  }
  return { row, to: decision.to };
}
