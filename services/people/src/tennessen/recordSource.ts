import { registerEnumType } from "type-graphql";

/** From whom what is registered of a person comes. */
export enum RecordSource {
  SUBJECT = "SUBJECT",
  OFFICER = "OFFICER",
  OTHER = "OTHER",
}

registerEnumType(RecordSource, {
  name: "RecordSource",
  description: "From whom what is registered of a person comes.",
  valuesConfig: {
    SUBJECT: { description: "The person was asked for it: a Tennessen warning is due first (Minn. Stat. 13.04)." },
    OFFICER: { description: "An officer observed or was told it in responding to a call." },
    OTHER: { description: "Somebody else, such as a relative or another agency." },
  },
});
