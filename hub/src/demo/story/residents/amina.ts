import type { StoryResident } from "../storyResident";

/** Amina Exampleali: asked for help herself, through an interpreter. */
export const amina: StoryResident = {
  key: "amina",
  registeredBy: "social-worker",
  person: {
    names: [{ given: "Amina", family: "Exampleali" }],
    birthDate: { date: "1958-09-01", precision: "MONTH" },
    sex: "FEMALE",
    languages: [{ code: "som", preferred: true, needsInterpreter: true }, { code: "eng" }],
    phones: [{ number: "612-555-0107" }],
    addresses: [
      {
        kind: "HOME",
        address1: "400 Example Court",
        city: "Brooklyn Park",
        stateProvince: "MN",
        postalCode: "55428",
      },
    ],
    safeContact: { channel: "PHONE", instructions: "With an interpreter for Somali on the line." },
  },
  calls: [],
  referrals: [
    {
      by: "social-worker",
      agency: "brooklynPark",
      hoursAgo: 50,
      input: {
        source: "SELF",
        tennessenWarning: { version: "2021-1", language: "som", givenAt: "2021-01-04T15:00:00Z" },
        reasons: ["FOOD", "BENEFITS"],
        urgency: "ROUTINE",
        narrative: "Came to the community room and asked for help with food and a benefits form.",
      },
      steps: [
        { by: "social-worker", action: "acceptReferral" },
        {
          by: "social-worker",
          action: "recordContact",
          hoursAgo: 27,
          input: {
            kind: "PHONE",
            result: "COMPLETED",
            notes: "With an interpreter. Told her the food shelf's hours; she will walk in on Thursday.",
          },
        },
        {
          by: "social-worker",
          action: "referToService",
          service: "foodDelivery",
          input: { need: "FOOD", ageBand: "FROM_60", message: "Somali interpreter needed." },
          answers: [],
        },
        {
          by: "social-worker",
          action: "referToService",
          service: "counselingOlderAdults",
          input: { need: "ISOLATION", ageBand: "FROM_60", message: "Somali interpreter needed; would like a group." },
          answers: [],
        },
      ],
    },
  ],
  consents: [
    {
      by: "social-worker",
      categories: ["BENEFITS", "REFERRAL_OUTCOMES"],
      agencies: ["brooklynPark"],
      organizations: ["foodShelf"],
      daysAgo: 2,
      expiresInDays: 90,
      input: { description: "What became of the referral for food and benefits.", givenBy: "SUBJECT" },
    },
  ],
};
