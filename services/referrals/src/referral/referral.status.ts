import type { StateMachine } from "../stateMachine/stateMachine";
import { ReferralStatus, workedStatuses } from "../vocabulary/referralStatus";

const { REQUESTED, ACCEPTED, REJECTED, IN_PROGRESS, ON_HOLD, CANCELLED, COMPLETED, FAILED } = ReferralStatus;

/** Who somebody is to a referral. */
export type ReferralActor = "SENDER" | "SERVING_SOCIAL_WORKER" | "OWNER" | "SERVING_SUPERVISOR";

/** What may be done with a referral. `complete` and `fail` are the two ends of `completeReferral`. */
export type ReferralAction =
  | "accept"
  | "reject"
  | "recordContact"
  | "refer"
  | "reassign"
  | "hold"
  | "resume"
  | "complete"
  | "fail"
  | "cancel"
  | "withdraw";

const inCharge: readonly ReferralActor[] = ["OWNER", "SERVING_SUPERVISOR"];

/**
 * Gravity's TaskForReferralManagement, with one rule on top: once a referral is accepted only its owner's side closes
 * it, so that a sender's withdrawal becomes a message.
 */
export const referralMachine: StateMachine<ReferralStatus, ReferralAction, ReferralActor> = [
  { action: "accept", from: [REQUESTED], to: ACCEPTED, who: ["SERVING_SOCIAL_WORKER"], reasonRequired: false },
  { action: "reject", from: [REQUESTED], to: REJECTED, who: ["SERVING_SOCIAL_WORKER"], reasonRequired: true },
  { action: "recordContact", from: [ACCEPTED], to: IN_PROGRESS, who: ["OWNER"], reasonRequired: false },
  { action: "recordContact", from: [IN_PROGRESS, ON_HOLD], to: "SAME", who: ["OWNER"], reasonRequired: false },
  { action: "refer", from: [ACCEPTED, IN_PROGRESS], to: "SAME", who: ["OWNER"], reasonRequired: false },
  { action: "reassign", from: workedStatuses, to: "SAME", who: inCharge, reasonRequired: true },
  { action: "hold", from: [ACCEPTED, IN_PROGRESS], to: ON_HOLD, who: inCharge, reasonRequired: true },
  { action: "resume", from: [ON_HOLD], to: IN_PROGRESS, who: inCharge, reasonRequired: false },
  { action: "complete", from: workedStatuses, to: COMPLETED, who: inCharge, reasonRequired: false },
  { action: "fail", from: workedStatuses, to: FAILED, who: inCharge, reasonRequired: true },
  { action: "cancel", from: workedStatuses, to: CANCELLED, who: inCharge, reasonRequired: true },
  { action: "withdraw", from: [REQUESTED], to: CANCELLED, who: ["SENDER"], reasonRequired: true },
  { action: "withdraw", from: workedStatuses, to: "SAME", who: ["SENDER"], reasonRequired: true },
];

/** The mutation behind each action. */
export const referralMutations: Readonly<Record<ReferralAction, string>> = {
  accept: "acceptReferral",
  reject: "rejectReferral",
  recordContact: "recordContact",
  refer: "referToService",
  reassign: "reassignReferral",
  hold: "putReferralOnHold",
  resume: "resumeReferral",
  complete: "completeReferral",
  fail: "completeReferral",
  cancel: "cancelReferral",
  withdraw: "withdrawReferral",
};
