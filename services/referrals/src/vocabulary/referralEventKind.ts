import { registerEnumType } from "type-graphql";

/** What an entry of a timeline tells of. */
export enum ReferralEventKind {
  SUBMITTED = "SUBMITTED",
  ACCEPTED = "ACCEPTED",
  REJECTED = "REJECTED",
  CONTACT_RECORDED = "CONTACT_RECORDED",
  PUT_ON_HOLD = "PUT_ON_HOLD",
  RESUMED = "RESUMED",
  COMPLETED = "COMPLETED",
  FAILED = "FAILED",
  CANCELLED = "CANCELLED",
  WITHDRAWN = "WITHDRAWN",
  WITHDRAWAL_ASKED = "WITHDRAWAL_ASKED",
  REASSIGNED = "REASSIGNED",
}

registerEnumType(ReferralEventKind, {
  name: "ReferralEventKind",
  description: "What an entry of a timeline tells of.",
  valuesConfig: {
    SUBMITTED: { description: "It was sent." },
    ACCEPTED: { description: "It was taken on." },
    REJECTED: { description: "It was not taken on." },
    CONTACT_RECORDED: { description: "A contact was made or tried." },
    PUT_ON_HOLD: { description: "It was paused." },
    RESUMED: { description: "It goes on after a pause." },
    COMPLETED: { description: "It ended with help." },
    FAILED: { description: "It ended without the help that was asked for." },
    CANCELLED: { description: "It was given up." },
    WITHDRAWN: { description: "Its sender took it back before it was accepted." },
    WITHDRAWAL_ASKED: { description: "Its sender asked the owner to close it, after it was accepted." },
    REASSIGNED: { description: "Another social worker became its owner." },
  },
});
