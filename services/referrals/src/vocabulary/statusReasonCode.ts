import { registerEnumType } from "type-graphql";

/** Why a referral is rejected, on hold, cancelled or failed (FHIR Task.statusReason), for a program to read. */
export enum StatusReasonCode {
  AWAITING_OTHERS = "AWAITING_OTHERS",
  COULD_NOT_CONTACT = "COULD_NOT_CONTACT",
  COULD_NOT_GET_HELP = "COULD_NOT_GET_HELP",
  DUPLICATE = "DUPLICATE",
  ENTERED_IN_ERROR = "ENTERED_IN_ERROR",
  MORE_INFORMATION_NEEDED = "MORE_INFORMATION_NEEDED",
  NO_CAPACITY = "NO_CAPACITY",
  NO_FUNDS = "NO_FUNDS",
  NO_LONGER_INTERESTED = "NO_LONGER_INTERESTED",
  NOT_ELIGIBLE = "NOT_ELIGIBLE",
  OTHER = "OTHER",
  OUT_OF_AREA = "OUT_OF_AREA",
  REFERRED_ELSEWHERE = "REFERRED_ELSEWHERE",
}

registerEnumType(StatusReasonCode, {
  name: "StatusReasonCode",
  description: "Why a referral or service referral is rejected, on hold, cancelled or failed, for a program to read.",
  valuesConfig: {
    AWAITING_OTHERS: { description: "Somebody else has to act first." },
    COULD_NOT_CONTACT: { description: "The resident could not be reached." },
    COULD_NOT_GET_HELP: { description: "Help was tried and did not come about." },
    DUPLICATE: { description: "Another referral is for the same." },
    ENTERED_IN_ERROR: { description: "It should not have been made." },
    MORE_INFORMATION_NEEDED: { description: "What was sent is not enough to act on." },
    NO_CAPACITY: { description: "There is no place, bed, appointment or time." },
    NO_FUNDS: { description: "The money for this help is used up." },
    NO_LONGER_INTERESTED: { description: "The resident does not want it, or no longer." },
    NOT_ELIGIBLE: { description: "The resident does not meet the conditions." },
    OTHER: { description: "Something else; the text says what." },
    OUT_OF_AREA: { description: "The resident lives outside the area served." },
    REFERRED_ELSEWHERE: { description: "Somebody else is to help." },
  },
});
