import type { StoryResident } from "../storyResident";

/** Lee Testrow: lives outside the county; rejected. */
export const lee: StoryResident = {
  key: "lee",
  registeredBy: "officer",
  person: { names: [{ given: "Lee", family: "Testrow" }], phones: [{ number: "612-555-0108" }] },
  calls: [
    {
      key: "BP-0011",
      by: "officer",
      hoursAgo: 124,
      answeredAfter: 2,
      closedAfter: 33,
      role: "SUBJECT",
      input: {
        natureText: "Intoxicated person at a bus stop",
        commonCode: "INTOX",
        priority: 4,
        disposition: "Sent home",
        beat: "BP-3",
        address: { city: "Brooklyn Park" },
      },
    },
  ],
  referrals: [
    {
      by: "officer",
      call: "BP-0011",
      hoursAgo: 123,
      input: {
        reasons: ["SUBSTANCE_USE"],
        urgency: "ROUTINE",
        narrative: "Asked where he could talk about his drinking.",
      },
      steps: [
        {
          by: "social-worker",
          action: "rejectReferral",
          input: { reason: { code: "OUT_OF_AREA", text: "Lives in another county, whose program was told." } },
        },
      ],
    },
  ],
};
