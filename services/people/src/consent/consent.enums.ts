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
