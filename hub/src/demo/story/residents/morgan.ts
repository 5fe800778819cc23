import type { StoryResident } from "../storyResident";

/** Morgan Testfield: got help; the consent has since been revoked. */
export const morgan: StoryResident = {
  key: "morgan",
  registeredBy: "colleague:officer-plymouth",
  person: {
    names: [{ given: "Morgan", family: "Testfield" }],
    birthDate: { date: "1946-06-21", precision: "DAY" },
    phones: [{ number: "612-555-0112" }],
    addresses: [
      { kind: "HOME", address1: "600 Demo Parkway", city: "Plymouth", stateProvince: "MN", postalCode: "55441" },
    ],
    guardians: [{ name: "Jules Testfield", relation: "son", phone: "612-555-0113", authority: "HEALTH_CARE_AGENT" }],
    safeContact: { channel: "PHONE" },
  },
  calls: [
    {
      key: "PL-0003",
      by: "colleague:officer-plymouth",
      hoursAgo: 160,
      answeredAfter: 1,
      closedAfter: 47,
      role: "SUBJECT",
      input: {
        natureText: "Welfare check",
        commonCode: "WELFARE",
        priority: 3,
        disposition: "Referral made",
        address: { street: "600 Demo Parkway", city: "Plymouth" },
      },
    },
  ],
  referrals: [
    {
      by: "colleague:officer-plymouth",
      call: "PL-0003",
      hoursAgo: 159,
      input: {
        reasons: ["AGING", "ISOLATION"],
        urgency: "ROUTINE",
        narrative: "Lives alone since a death in the family. Little food in the house.",
      },
      steps: [
        { by: "social-worker", action: "acceptReferral" },
        {
          by: "social-worker",
          action: "recordContact",
          hoursAgo: 135,
          input: { kind: "VISIT", result: "COMPLETED", notes: "Would like company and meals." },
        },
        {
          by: "social-worker",
          action: "referToService",
          service: "counselingOlderAdults",
          input: { need: "ISOLATION", ageBand: "FROM_60" },
          answers: [
            { by: "provider", action: "acceptServiceReferral" },
            { by: "provider", action: "completeServiceReferral", input: { outcome: "GOT_HELP" } },
          ],
        },
        { by: "social-worker", action: "completeReferral", input: { outcome: "GOT_HELP" } },
      ],
    },
  ],
  consents: [
    {
      by: "social-worker",
      categories: ["MENTAL_HEALTH", "REFERRAL_OUTCOMES"],
      agencies: [],
      organizations: ["counseling"],
      daysAgo: 5,
      expiresInDays: 300,
      isRevoked: true,
      input: {
        patientName: "Morgan Testfield",
        description: "That counseling was asked for, and what came of it.",
        givenBy: "HEALTH_CARE_AGENT",
        givenByName: "Jules Testfield",
        incapacity: "DECIDED_BY_PHYSICIAN",
      },
    },
  ],
};
