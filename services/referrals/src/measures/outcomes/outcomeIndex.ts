import { registerEnumType } from "type-graphql";

/** The day around which a person's incidents are counted. */
export enum OutcomeIndex {
  FIRST_CONTACT = "FIRST_CONTACT",
  FIRST_REFERRAL = "FIRST_REFERRAL",
}

registerEnumType(OutcomeIndex, {
  name: "OutcomeIndex",
  description: "The day around which a person's incidents are counted, in the program's time zone.",
  valuesConfig: {
    FIRST_CONTACT: { description: "Of the first contact whose result is COMPLETED: when help could begin." },
    FIRST_REFERRAL: { description: "Of the first referral, whether or not a contact followed." },
  },
});
