import { registerEnumType } from "type-graphql";

/** How a referral or service referral ended: the closing codes that referral networks use. */
export enum ReferralOutcome {
  GOT_HELP = "GOT_HELP",
  COULD_NOT_CONTACT = "COULD_NOT_CONTACT",
  NOT_ELIGIBLE = "NOT_ELIGIBLE",
  NO_CAPACITY = "NO_CAPACITY",
  NO_FUNDS = "NO_FUNDS",
  COULD_NOT_GET_HELP = "COULD_NOT_GET_HELP",
  NO_LONGER_INTERESTED = "NO_LONGER_INTERESTED",
  REFERRED_ELSEWHERE = "REFERRED_ELSEWHERE",
}

registerEnumType(ReferralOutcome, {
  name: "ReferralOutcome",
  description:
    "How a referral or service referral ended. Only GOT_HELP ends it as COMPLETED; every other outcome ends it as FAILED with an explanation. To have been found eligible is a step on the way, not an end, and has no code here.",
  valuesConfig: {
    GOT_HELP: { description: "The resident got the help that was asked for." },
    COULD_NOT_CONTACT: { description: "The resident could not be reached." },
    NOT_ELIGIBLE: { description: "The resident does not meet the service's conditions." },
    NO_CAPACITY: { description: "There is no place, bed or appointment." },
    NO_FUNDS: { description: "The money for this help is used up." },
    COULD_NOT_GET_HELP: { description: "Help was tried and did not come about." },
    NO_LONGER_INTERESTED: { description: "The resident does not want it, or no longer." },
    REFERRED_ELSEWHERE: { description: "Somebody else is to help; this one did not." },
  },
});
