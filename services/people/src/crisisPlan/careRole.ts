import { registerEnumType } from "type-graphql";

/** What somebody is to a person in care. */
export enum CareRole {
  PSYCHIATRIST = "PSYCHIATRIST",
  THERAPIST = "THERAPIST",
  CASE_MANAGER = "CASE_MANAGER",
  OTHER = "OTHER",
}

registerEnumType(CareRole, {
  name: "CareRole",
  description: "What somebody is to a person in care.",
  valuesConfig: {
    PSYCHIATRIST: { description: "A psychiatrist." },
    THERAPIST: { description: "A therapist or counsellor." },
    CASE_MANAGER: { description: "A case manager or social worker." },
    OTHER: { description: "Somebody else whom the person trusts, such as a peer or a relative." },
  },
});
