import { registerEnumType } from "type-graphql";

/** By what data are demanded or owed. */
export enum LegalProcessKind {
  COURT_ORDER = "COURT_ORDER",
  SUBPOENA = "SUBPOENA",
  WARRANT = "WARRANT",
  STATUTE = "STATUTE",
}

registerEnumType(LegalProcessKind, {
  name: "LegalProcessKind",
  description: "By what data are demanded or owed.",
  valuesConfig: {
    COURT_ORDER: {
      description: "An order of a court; for data under 42 CFR Part 2 the only one of these that may do.",
    },
    SUBPOENA: { description: "A subpoena: for data under 42 CFR Part 2 never enough without an order (2.61)." },
    WARRANT: { description: "A search warrant." },
    STATUTE: {
      description: "A duty or leave by law, such as a mandated report (626.557, 260E) or an emergency (13.46 subd. 2).",
    },
  },
});
