import { registerEnumType } from "type-graphql";

/** How a social worker turned to a resident. */
export enum ContactKind {
  ATTEMPT = "ATTEMPT",
  VISIT = "VISIT",
  PHONE = "PHONE",
}

registerEnumType(ContactKind, {
  name: "ContactKind",
  description: "How a social worker turned to a resident.",
  valuesConfig: {
    ATTEMPT: { description: "A try in another way than a visit or a telephone call, such as a letter or a message." },
    VISIT: { description: "In person." },
    PHONE: { description: "By telephone." },
  },
});
