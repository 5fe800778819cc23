import { registerEnumType } from "type-graphql";

/** On what basis data of a person is shared by a referral, as its author states it. */
export enum LegalBasis {
  CONSENT = "CONSENT",
  WELFARE_COORDINATION = "WELFARE_COORDINATION",
  CRISIS = "CRISIS",
  COURT_ORDER = "COURT_ORDER",
  STATUTE = "STATUTE",
}

registerEnumType(LegalBasis, {
  name: "LegalBasis",
  description:
    "On what basis data of a person is shared, as the author states it, with a citation. Nothing is assumed: null means that no basis was stated.",
  valuesConfig: {
    CONSENT: { description: "The person, or a guardian, consented in writing; the citation names the consent." },
    WELFARE_COORDINATION: {
      description:
        "Staff of the welfare system coordinate services for the same person (Minn. Stat. 13.46 subd. 7). Off until the county's privacy officer has recorded, organization by organization, that counsel allows it.",
    },
    CRISIS: { description: "A mental health crisis (Minn. Stat. 13.46 subd. 7 (c), 144.294)." },
    COURT_ORDER: { description: "An order of a court; the citation names it." },
    STATUTE: { description: "A statute that the citation names." },
  },
});
