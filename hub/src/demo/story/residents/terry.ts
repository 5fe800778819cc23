import type { StoryResident } from "../storyResident";

/** Terry Testperson: often called about, now visited; counseling has accepted him. */
export const terry: StoryResident = {
  key: "terry",
  registeredBy: "officer",
  person: {
    names: [
      { use: "OFFICIAL", given: "Terry", family: "Testperson" },
      { use: "ALIAS", given: "T. J.", family: "Example" },
    ],
    birthDate: { date: "1979-03-14", precision: "DAY" },
    sex: "MALE",
    languages: [{ code: "eng", preferred: true }],
    phones: [{ number: "612-555-0101" }],
    addresses: [
      {
        kind: "HOME",
        address1: "100 Example Avenue North",
        city: "Brooklyn Park",
        stateProvince: "MN",
        postalCode: "55443",
      },
    ],
    safeContact: {
      channel: "PHONE",
      hours: [{ days: ["MONDAY", "WEDNESDAY", "FRIDAY"], from: "10:00", to: "15:00" }],
    },
  },
  calls: [
    {
      key: "BP-0001",
      by: "dispatcher",
      agency: "brooklynPark",
      hoursAgo: 166,
      answeredAfter: 1,
      closedAfter: 42,
      input: {
        natureText: "Man shouting outside an apartment building",
        commonCode: "DISORD",
        priority: 3,
        disposition: "Advised",
        beat: "BP-2",
        address: { street: "100 Example Avenue North", city: "Brooklyn Park" },
      },
    },
    {
      key: "BP-0002",
      by: "officer",
      hoursAgo: 118,
      answeredAfter: 1,
      closedAfter: 55,
      role: "SUBJECT",
      input: {
        natureText: "Person in crisis",
        commonCode: "EDP",
        priority: 2,
        disposition: "Calmed on scene",
        beat: "BP-2",
        address: { street: "100 Example Avenue North", city: "Brooklyn Park" },
        cautions: [{ text: "Startles easily: approach from the front and speak slowly.", source: "Officer on scene" }],
      },
    },
    {
      key: "BP-0003",
      by: "officer",
      hoursAgo: 75,
      answeredAfter: 2,
      closedAfter: 48,
      role: "CALLER",
      input: {
        natureText: "Asks for somebody to talk to",
        commonCode: "CITASST",
        priority: 4,
        disposition: "Assisted",
        beat: "BP-2",
        address: { city: "Brooklyn Park" },
      },
    },
    {
      key: "BP-0004",
      by: "officer",
      hoursAgo: 74,
      answeredAfter: 1,
      closedAfter: 63,
      role: "SUBJECT",
      input: {
        natureText: "Welfare check",
        commonCode: "WELFARE",
        priority: 3,
        disposition: "Referral made",
        beat: "BP-2",
        address: { street: "100 Example Avenue North", city: "Brooklyn Park" },
      },
    },
  ],
  referrals: [
    {
      by: "officer",
      call: "BP-0004",
      hoursAgo: 73,
      input: {
        reasons: ["MENTAL_HEALTH", "ISOLATION"],
        urgency: "URGENT",
        narrative:
          "Third contact this week. Says he stopped his medicine and has nobody to call. Calm when we left; agreed to a visit by the social worker.",
      },
      steps: [
        { by: "social-worker", action: "acceptReferral" },
        { by: "social-worker", action: "recordContact", hoursAgo: 49, input: { kind: "PHONE", result: "NO_ANSWER" } },
        {
          by: "social-worker",
          action: "recordContact",
          hoursAgo: 26,
          input: {
            kind: "VISIT",
            result: "COMPLETED",
            notes: "Talked for an hour at the kitchen table. Wants counseling, and help to refill his prescription.",
          },
        },
        {
          by: "social-worker",
          action: "referToService",
          service: "counselingAdults",
          input: {
            need: "MENTAL_HEALTH",
            urgency: "URGENT",
            ageBand: "FROM_25_TO_59",
            message: "Prefers late mornings. Has been with you some years ago.",
            legalBasis: { basis: "CONSENT", citation: "Written consent of the resident, demonstration copy 1" },
          },
          answers: [{ by: "provider", action: "acceptServiceReferral" }],
        },
      ],
    },
  ],
  consents: [
    {
      by: "social-worker",
      categories: ["MENTAL_HEALTH"],
      agencies: ["county"],
      organizations: ["counseling"],
      daysAgo: 1,
      expiresInDays: 300,
      input: { description: "What the counselor needs to know.", givenBy: "SUBJECT" },
    },
  ],
};
