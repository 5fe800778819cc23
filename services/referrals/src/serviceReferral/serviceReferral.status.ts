import type { StateMachine } from "../stateMachine/stateMachine";
import { ReferralStatus } from "../vocabulary/referralStatus";

const { REQUESTED, ACCEPTED, REJECTED, CANCELLED, COMPLETED, FAILED } = ReferralStatus;

/** Who somebody is to a service referral. */
export type ServiceReferralActor = "REFERRER" | "PROVIDER";

/** What may be done with a service referral. `complete` and `fail` are the two ends of `completeServiceReferral`. */
export type ServiceReferralAction = "accept" | "reject" | "complete" | "fail" | "cancel";

/** The second leg's part of Gravity's machine: the provider is the target, the social worker the requester. */
export const serviceReferralMachine: StateMachine<ReferralStatus, ServiceReferralAction, ServiceReferralActor> = [
  { action: "accept", from: [REQUESTED], to: ACCEPTED, who: ["PROVIDER"], reasonRequired: false },
  { action: "reject", from: [REQUESTED], to: REJECTED, who: ["PROVIDER"], reasonRequired: true },
  { action: "complete", from: [ACCEPTED], to: COMPLETED, who: ["PROVIDER"], reasonRequired: false },
  { action: "fail", from: [ACCEPTED], to: FAILED, who: ["PROVIDER"], reasonRequired: true },
  { action: "cancel", from: [REQUESTED, ACCEPTED], to: CANCELLED, who: ["REFERRER"], reasonRequired: true },
];

/** The mutation behind each action. */
export const serviceReferralMutations: Readonly<Record<ServiceReferralAction, string>> = {
  accept: "acceptServiceReferral",
  reject: "rejectServiceReferral",
  complete: "completeServiceReferral",
  fail: "completeServiceReferral",
  cancel: "cancelServiceReferral",
};
