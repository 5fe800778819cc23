import { expectVersion, fail, UserErrorCode, type WriteTransaction } from "@corespond/kit";

import { lockRow } from "../rows/lockRow";
import { decide, legalActions } from "../stateMachine/stateMachine";
import { refuseAttempt } from "../stateMachine/refuseAttempt";
import type { ReferralStatus } from "../vocabulary/referralStatus";
import type { StatusReasonCode } from "../vocabulary/statusReasonCode";
import { actorsOf, referralFor } from "./referral.policy";
import { ReferralRow } from "./referral.row";
import { referralMachine, referralMutations, type ReferralAction } from "./referral.status";
import type { Referral } from "./referral.type";

/** Why a step is taken. */
export interface StepReason {
  readonly code: StatusReasonCode;
  readonly text: string;
}

/** A step that is tried on a referral. */
export interface ReferralStep {
  readonly referralId: string;
  readonly expectedVersion?: string | null;
  readonly action: ReferralAction;
  readonly reason: StepReason | null;
}

/** A permitted step: the locked row, and the state that the step leads to. */
export interface PermittedStep {
  readonly row: ReferralRow;
  readonly to: ReferralStatus;
}

const field = ["input", "referralId"];

/** Locks a referral as the viewer sees it, and ends the action where the version, the state or the viewer forbids the step. */
export async function permitStep(transaction: WriteTransaction, step: ReferralStep): Promise<PermittedStep> {
  const { viewer } = transaction.context;
  const { referralId: id, action } = step;
  const row = await lockRow(transaction, { target: ReferralRow, id, noun: "referral", field });
  const seen = referralFor(viewer, row);
  expectVersion(step.expectedVersion, seen.version, `It is ${shownState(seen)}.`);
  const actors = actorsOf(viewer, row);
  const decision = decide(referralMachine, { state: row.status, action, actors });
  if (decision.kind !== "LEGAL") {
    const possible = legalActions(referralMachine, { state: row.status, actors }).map(
      (legal) => referralMutations[legal],
    );
    refuseAttempt(decision.kind, {
      noun: "referral",
      shownState: shownState(seen),
      mutation: referralMutations[action],
      possible: [...new Set(possible)],
      field,
    });
  }
  if (decision.reasonRequired && step.reason === null) {
    fail(UserErrorCode.REQUIRED, "An outcome other than GOT_HELP must be explained.", ["input", "explanation"]);
  }
  return { row, to: decision.to };
}

/** The state in the words of the viewer's own view: a sender's has the acknowledgement only, and no owner. */
function shownState({ status, acknowledgement, ownerId }: Referral): string {
  return `${status ?? acknowledgement}${ownerId === null ? "" : `, owned by staff member ${ownerId}`}`;
}
