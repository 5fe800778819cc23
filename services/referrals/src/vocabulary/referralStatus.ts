import { registerEnumType } from "type-graphql";

/**
 * Where a referral or a service referral stands: the states of Gravity's TaskForReferralManagement (HL7 SDOH Clinical
 * Care) that an action of this graph leads to.
 */
export enum ReferralStatus {
  REQUESTED = "REQUESTED",
  ACCEPTED = "ACCEPTED",
  REJECTED = "REJECTED",
  IN_PROGRESS = "IN_PROGRESS",
  ON_HOLD = "ON_HOLD",
  CANCELLED = "CANCELLED",
  COMPLETED = "COMPLETED",
  FAILED = "FAILED",
}

registerEnumType(ReferralStatus, {
  name: "ReferralStatus",
  description:
    "Where a referral or a service referral stands: the states of Gravity's TaskForReferralManagement (HL7 SDOH Clinical Care) that an action of this graph leads to. REJECTED, CANCELLED, COMPLETED and FAILED are final: what should go on after them is a new referral.",
  valuesConfig: {
    REQUESTED: { description: "Sent; nobody has decided on it." },
    ACCEPTED: { description: "Taken on; work has not begun." },
    REJECTED: { description: "Not taken on. Final." },
    IN_PROGRESS: { description: "Being worked on: a first contact has been made or tried." },
    ON_HOLD: { description: "Paused, with a reason." },
    CANCELLED: { description: "Given up before its end, with a reason. Final." },
    COMPLETED: { description: "Done: the resident got help. Final." },
    FAILED: { description: "Ended without the help that was asked for, with a reason. Final." },
  },
});

const { REQUESTED, ACCEPTED, REJECTED, IN_PROGRESS, ON_HOLD, CANCELLED, COMPLETED, FAILED } = ReferralStatus;

/** The states in which somebody works on a referral. */
export const workedStatuses: readonly ReferralStatus[] = [ACCEPTED, IN_PROGRESS, ON_HOLD];

/** The states from which a referral can still move. */
export const openStatuses: readonly ReferralStatus[] = [REQUESTED, ...workedStatuses];

/** The states that a referral never leaves. */
export const finalStatuses: readonly ReferralStatus[] = [REJECTED, CANCELLED, COMPLETED, FAILED];
