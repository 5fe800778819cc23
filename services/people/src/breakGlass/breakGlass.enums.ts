import { registerEnumType } from "type-graphql";

/** Why somebody reads a record outside their relations: codes of HL7 v3 ActReason. */
export enum BreakGlassReason {
  ETREAT = "ETREAT",
  ERTREAT = "ERTREAT",
  BTG = "BTG",
}

registerEnumType(BreakGlassReason, {
  name: "BreakGlassReason",
  description: "Why somebody reads a record outside their relations (HL7 v3 ActReason).",
  valuesConfig: {
    ETREAT: { description: "Emergency treatment: harm is imminent." },
    ERTREAT: { description: "Treatment in an emergency room." },
    BTG: { description: "Break the glass: another emergency, which the text states." },
  },
});

/** What a review found. */
export enum BreakGlassFinding {
  JUSTIFIED = "JUSTIFIED",
  UNJUSTIFIED = "UNJUSTIFIED",
}

registerEnumType(BreakGlassFinding, {
  name: "BreakGlassFinding",
  description: "What the review of an emergency access found.",
  valuesConfig: {
    JUSTIFIED: { description: "There was an emergency, and the access was needed." },
    UNJUSTIFIED: { description: "The access should not have been made." },
  },
});
