import { registerEnumType } from "type-graphql";

/** What a person is in a call. The caller is often not the subject, so the two are kept apart. */
export enum CallSubjectRole {
  CALLER = "CALLER",
  SUBJECT = "SUBJECT",
}

registerEnumType(CallSubjectRole, {
  name: "CallSubjectRole",
  description: "What a person is in a call (EIDO: the person's incident role).",
  valuesConfig: {
    CALLER: { description: "Called." },
    SUBJECT: { description: "Is whom the call is about." },
  },
});
