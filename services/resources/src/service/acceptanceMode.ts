import { registerEnumType } from "type-graphql";

/** How a resident gets into a service. */
export enum AcceptanceMode {
  DIRECT = "DIRECT",
  CALL_FIRST = "CALL_FIRST",
  WALK_IN = "WALK_IN",
  COORDINATED_ENTRY = "COORDINATED_ENTRY",
}

registerEnumType(AcceptanceMode, {
  name: "AcceptanceMode",
  description:
    "How a resident gets into a service. HSDS has no word for it, only the free text of `applicationProcess`.",
  valuesConfig: {
    DIRECT: { description: "A referral in this graph is enough: the service takes it up from there." },
    CALL_FIRST: { description: "Somebody calls the service first. What a directory does not say is imported as this." },
    WALK_IN: { description: "The resident goes there, without an appointment." },
    COORDINATED_ENTRY: {
      description: "Places are given by a common intake for several services, as homeless programs do.",
    },
  },
});
