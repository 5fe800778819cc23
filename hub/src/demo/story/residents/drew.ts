import type { StoryResident } from "../storyResident";

/** Drew Samplewood: after an overdose in a program under 42 CFR Part 2, of which nobody else may know. */
export const drew: StoryResident = {
  key: "drew",
  signsInAs: "resident",
  registeredBy: "officer",
  person: {
    names: [{ given: "Drew", family: "Samplewood" }],
    birthDate: { date: "1998-05-19", precision: "DAY" },
    sex: "FEMALE",
    phones: [{ number: "612-555-0105" }],
    addresses: [
      { kind: "HOME", address1: "300 Sample Lane", city: "Brooklyn Park", stateProvince: "MN", postalCode: "55445" },
    ],
    safeContact: { channel: "PHONE" },
  },
  calls: [
    {
      key: "BP-0008",
      by: "officer",
      hoursAgo: 140,
      answeredAfter: 1,
      closedAfter: 90,
      role: "SUBJECT",
      input: {
        natureText: "Overdose, breathing",
        commonCode: "OD",
        priority: 1,
        disposition: "Taken to hospital",
        beat: "BP-2",
        address: { street: "300 Sample Lane", city: "Brooklyn Park" },
      },
    },
  ],
  referrals: [
    {
      by: "officer",
      call: "BP-0008",
      hoursAgo: 139,
      input: {
        reasons: ["SUBSTANCE_USE"],
        urgency: "URGENT",
        narrative: "Revived on scene. Said she wants to stop but does not know where to ask.",
      },
      steps: [
        { by: "social-worker", action: "acceptReferral" },
        {
          by: "social-worker",
          action: "recordContact",
          hoursAgo: 115,
          input: { kind: "PHONE", result: "COMPLETED", notes: "Ready to start. Signed the consent." },
        },
        {
          by: "social-worker",
          action: "referToService",
          service: "recoveryOutpatient",
          input: {
            need: "SUBSTANCE_USE",
            urgency: "URGENT",
            ageBand: "FROM_25_TO_59",
            legalBasis: { basis: "CONSENT", citation: "Consent under 42 CFR 2.31, demonstration copy 3" },
          },
          answers: [{ by: "colleague:provider-recovery", action: "acceptServiceReferral" }],
        },
      ],
    },
  ],
  consents: [
    {
      by: "social-worker",
      categories: ["SUBSTANCE_USE"],
      agencies: [],
      organizations: ["recovery"],
      daysAgo: 4,
      expiresInDays: 180,
      input: {
        patientName: "Drew Samplewood",
        description: "That she asks for treatment, and how urgent it is.",
        givenBy: "SUBJECT",
      },
    },
  ],
};
