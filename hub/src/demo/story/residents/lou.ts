import type { StoryResident } from "../storyResident";

/** Lou Testerman: referred yesterday; nobody has decided yet. */
export const lou: StoryResident = {
  key: "lou",
  registeredBy: "officer",
  person: {
    names: [
      { given: "Lou", family: "Testerman" },
      { use: "FORMER", given: "Lou", family: "Sampleman" },
    ],
    birthDate: { date: "1951-10-10", precision: "DAY" },
    phones: [{ number: "612-555-0109" }],
    addresses: [
      {
        kind: "HOME",
        address1: "450 Sample Circle",
        city: "Brooklyn Park",
        stateProvince: "MN",
        postalCode: "55444",
      },
    ],
    safeContact: { channel: "PHONE", hours: [{ days: ["TUESDAY", "THURSDAY"], from: "09:00", to: "11:30" }] },
  },
  calls: [],
  referrals: [
    {
      by: "officer",
      hoursAgo: 19,
      input: {
        reasons: ["BENEFITS", "AGING"],
        urgency: "ROUTINE",
        narrative: "Asked at the station's desk how to keep the heat on this winter.",
      },
      steps: [],
    },
  ],
};
