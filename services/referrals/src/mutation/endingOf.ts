import type { StepReason } from "../referral/permitStep.service";
import { ReferralOutcome } from "../vocabulary/referralOutcome";
import { StatusReasonCode } from "../vocabulary/statusReasonCode";

/** How a referral or service referral ends: only help that came about completes it. */
export interface Ending {
  readonly action: "complete" | "fail";
  readonly outcome: ReferralOutcome;
  readonly reason: StepReason | null;
}

/** The ending that an outcome is; a failure's reason has the outcome's code and the given words. */
export function endingOf(outcome: ReferralOutcome, explanation: string | null): Ending {
  if (outcome === ReferralOutcome.GOT_HELP) return { action: "complete", outcome, reason: null };
  const reason = explanation === null ? null : { code: StatusReasonCode[outcome], text: explanation };
  return { action: "fail", outcome, reason };
}
