import { registerEnumType } from "type-graphql";

/** How soon a referral needs attention: FHIR's request priority. */
export enum ReferralUrgency {
  ROUTINE = "ROUTINE",
  URGENT = "URGENT",
  ASAP = "ASAP",
  STAT = "STAT",
}

const noEmergencyChannel =
  "This is not an emergency channel and nobody watches it around the clock: where life is in danger call 911, in a mental health crisis call or text 988.";

registerEnumType(ReferralUrgency, {
  name: "ReferralUrgency",
  description: `How soon a referral needs attention (FHIR request-priority). ${noEmergencyChannel}`,
  valuesConfig: {
    ROUTINE: { description: "In the usual order." },
    URGENT: { description: "Before routine ones." },
    ASAP: { description: `As soon as anybody can, within intake hours. ${noEmergencyChannel}` },
    STAT: { description: `At once, within intake hours. ${noEmergencyChannel}` },
  },
});
