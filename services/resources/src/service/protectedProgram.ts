import { registerEnumType } from "type-graphql";

/** Whether law protects the very fact that somebody is a client of a service. */
export enum ProtectedProgram {
  NONE = "NONE",
  PART_2 = "PART_2",
  VICTIM_SERVICES = "VICTIM_SERVICES",
}

registerEnumType(ProtectedProgram, {
  name: "ProtectedProgram",
  description:
    "Whether law protects the very fact that somebody is a client of a service. What the service is, is public; who was referred to it is not.",
  valuesConfig: {
    NONE: { description: "No special protection." },
    PART_2: { description: "A federally assisted program for substance use disorders (42 CFR Part 2)." },
    VICTIM_SERVICES: {
      description: "Services for victims of violence (34 U.S.C. 12291(b)(2), VAWA; 34 U.S.C. 20110(d), VOCA).",
    },
  },
});
