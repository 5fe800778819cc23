import { registerEnumType } from "type-graphql";

/** The law that a consent answers to. */
export enum ConsentRegime {
  PART_2 = "PART_2",
  HEALTH_RECORDS_ACT = "HEALTH_RECORDS_ACT",
  CHAPTER_13 = "CHAPTER_13",
  VICTIM_RELEASE = "VICTIM_RELEASE",
}

registerEnumType(ConsentRegime, {
  name: "ConsentRegime",
  description: "The law that a consent answers to; where several apply, the most restrictive wins.",
  valuesConfig: {
    PART_2: { description: "Substance use disorder patient records (42 CFR 2.31)." },
    HEALTH_RECORDS_ACT: { description: "Minnesota Health Records Act (Minn. Stat. 144.293)." },
    CHAPTER_13: { description: "Minnesota Government Data Practices Act (Minn. Stat. 13.05 and 13.46)." },
    VICTIM_RELEASE: { description: "A victim's written, time-limited release to a victim service provider." },
  },
});

/** What kinds of data a consent covers. */
export enum ConsentCategory {
  MENTAL_HEALTH = "MENTAL_HEALTH",
  SUBSTANCE_USE = "SUBSTANCE_USE",
  PHYSICAL_HEALTH = "PHYSICAL_HEALTH",
  HOUSING = "HOUSING",
  BENEFITS = "BENEFITS",
  VICTIM_SERVICES = "VICTIM_SERVICES",
  REFERRAL_OUTCOMES = "REFERRAL_OUTCOMES",
}

registerEnumType(ConsentCategory, {
  name: "ConsentCategory",
  description: "What kind of data a consent covers (the meaningful description of 42 CFR 2.31(a)).",
  valuesConfig: {
    MENTAL_HEALTH: { description: "Mental health data." },
    SUBSTANCE_USE: { description: "Substance use disorder treatment." },
    PHYSICAL_HEALTH: { description: "Physical health." },
    HOUSING: { description: "Housing and shelter." },
    BENEFITS: { description: "Public benefits." },
    VICTIM_SERVICES: { description: "Services to victims." },
    REFERRAL_OUTCOMES: { description: "What became of referrals." },
  },
});

/** Who gave a consent. */
export enum ConsentGiver {
  SUBJECT = "SUBJECT",
  PARENT = "PARENT",
  GUARDIAN = "GUARDIAN",
  HEALTH_CARE_AGENT = "HEALTH_CARE_AGENT",
}

registerEnumType(ConsentGiver, {
  name: "ConsentGiver",
  description: "Who gave a consent.",
  valuesConfig: {
    SUBJECT: { description: "The person whom the data is about." },
    PARENT: { description: "A parent of a minor." },
    GUARDIAN: { description: "A guardian appointed by a court." },
    HEALTH_CARE_AGENT: { description: "The agent named in a health care directive." },
  },
});

/** Recipients that a consent names by class instead of one by one. */
export enum ConsentRecipientClass {
  TREATMENT_PAYMENT_OPERATIONS = "TREATMENT_PAYMENT_OPERATIONS",
}

registerEnumType(ConsentRecipientClass, {
  name: "ConsentRecipientClass",
  description: "Recipients that a consent names by class.",
  valuesConfig: {
    TREATMENT_PAYMENT_OPERATIONS: {
      description:
        "The person's treating providers, health plans, third-party payers and those who help to operate the program, for all future treatment, payment and health care operations (42 CFR 2.31(a)(4)(ii)). Here data is passed on to named agencies and organizations only.",
    },
  },
});

/** An event, instead of a date, that ends a consent. */
export enum ConsentExpiryEvent {
  END_OF_TREATMENT = "END_OF_TREATMENT",
  NONE = "NONE",
}

registerEnumType(ConsentExpiryEvent, {
  name: "ConsentExpiryEvent",
  description: "What ends a consent to all treatment, payment and operations instead of a date (42 CFR 2.31(a)(7)).",
  valuesConfig: {
    END_OF_TREATMENT: { description: "The end of the treatment: whoever learns of it revokes the consent here." },
    NONE: { description: "Nothing but its revocation." },
  },
});

/** How a consent was signed. */
export enum ConsentSignature {
  WRITTEN = "WRITTEN",
  ELECTRONIC = "ELECTRONIC",
}

registerEnumType(ConsentSignature, {
  name: "ConsentSignature",
  description: "How a consent was signed.",
  valuesConfig: {
    WRITTEN: { description: "By hand, on paper that the agency keeps." },
    ELECTRONIC: { description: "Electronically, as far as the law that applies accepts it." },
  },
});

/** Why somebody cannot consent for themselves. */
export enum ConsentIncapacity {
  ADJUDICATED = "ADJUDICATED",
  DECIDED_BY_PHYSICIAN = "DECIDED_BY_PHYSICIAN",
}

registerEnumType(ConsentIncapacity, {
  name: "ConsentIncapacity",
  description: "Why an adult cannot consent for themselves (42 CFR 2.15).",
  valuesConfig: {
    ADJUDICATED: { description: "A court has found that they lack the capacity." },
    DECIDED_BY_PHYSICIAN: {
      description: "A physician has determined it, so that a health care directive takes effect (Minn. Stat. 145C.06).",
    },
  },
});

/** The law by which a minor consents alone. */
export enum MinorConsentBasis {
  LIVING_APART = "LIVING_APART",
  MARRIED_OR_PARENT = "MARRIED_OR_PARENT",
  PREGNANCY_DISEASE_OR_SUBSTANCE_USE = "PREGNANCY_DISEASE_OR_SUBSTANCE_USE",
  EMERGENCY = "EMERGENCY",
  HEPATITIS_B_VACCINATION = "HEPATITIS_B_VACCINATION",
}

registerEnumType(MinorConsentBasis, {
  name: "MinorConsentBasis",
  description: "The law by which a minor consents alone, as whoever recorded the consent stated it.",
  valuesConfig: {
    LIVING_APART: { description: "Lives apart from parents and manages own finances (Minn. Stat. 144.341)." },
    MARRIED_OR_PARENT: { description: "Has been married or has borne a child (Minn. Stat. 144.342)." },
    PREGNANCY_DISEASE_OR_SUBSTANCE_USE: {
      description:
        "Pregnancy, venereal disease, alcohol or other drug abuse (Minn. Stat. 144.343); the minor alone then consents under 42 CFR 2.14(b).",
    },
    EMERGENCY: { description: "Emergency treatment (Minn. Stat. 144.344)." },
    HEPATITIS_B_VACCINATION: { description: "Hepatitis B vaccination (Minn. Stat. 144.3441)." },
  },
});
