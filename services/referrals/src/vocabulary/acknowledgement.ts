import { registerEnumType } from "type-graphql";

import { finalStatuses, openStatuses, ReferralStatus, workedStatuses } from "./referralStatus";

/** What a sender may know of a referral's progress: nothing of its outcome (Minn. Stat. 13.46). */
export enum Acknowledgement {
  RECEIVED = "RECEIVED",
  ACKNOWLEDGED = "ACKNOWLEDGED",
  CLOSED = "CLOSED",
}

registerEnumType(Acknowledgement, {
  name: "Acknowledgement",
  description:
    "What the sender of a referral may know of its progress. How a referral ended, and why, is private data of the welfare system (Minn. Stat. 13.46): a rejection, a cancellation and a completion all show as CLOSED.",
  valuesConfig: {
    RECEIVED: { description: "It has arrived; nobody has decided on it." },
    ACKNOWLEDGED: { description: "A social worker has it." },
    CLOSED: { description: "It is over, in whatever way." },
  },
});

/** The acknowledgement that a status shows as. */
export function acknowledgementOf(status: ReferralStatus): Acknowledgement {
  if (status === ReferralStatus.REQUESTED) return Acknowledgement.RECEIVED;
  return workedStatuses.includes(status) ? Acknowledgement.ACKNOWLEDGED : Acknowledgement.CLOSED;
}

/** The statuses that show as an acknowledgement. */
export function statusesShownAs(acknowledgement: Acknowledgement): readonly ReferralStatus[] {
  return [...openStatuses, ...finalStatuses].filter((status) => acknowledgementOf(status) === acknowledgement);
}
