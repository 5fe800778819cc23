import type { StoryResident } from "../storyResident";

/** Somebody without a known name, whom dispatch refers after several calls. */
export const unnamed: StoryResident = {
  key: "unnamed",
  registeredBy: "dispatcher",
  person: {
    description:
      "Example of somebody without a known name: about sixty, red cap, rests at the transit center in the evening.",
    birthDate: { date: "1966-01-01", precision: "ESTIMATED_AGE" },
    addresses: [{ kind: "NONE" }],
  },
  calls: [
    {
      key: "BP-0009",
      by: "dispatcher",
      agency: "brooklynPark",
      hoursAgo: 52,
      answeredAfter: 1,
      closedAfter: 25,
      role: "SUBJECT",
      input: {
        natureText: "Person down at the transit center",
        commonCode: "PERSUSP",
        priority: 3,
        disposition: "Gone on arrival",
        beat: "BP-1",
        address: { text: "Transit center, east platform", city: "Brooklyn Park" },
      },
    },
    {
      key: "BP-0010",
      by: "dispatcher",
      agency: "brooklynPark",
      hoursAgo: 3,
      answeredAfter: 1,
      closedAfter: 31,
      role: "SUBJECT",
      input: {
        natureText: "Welfare check at the transit center",
        commonCode: "WELFARE",
        priority: 3,
        disposition: "Assisted",
        beat: "BP-1",
        address: { text: "Transit center, east platform", city: "Brooklyn Park" },
      },
    },
  ],
  referrals: [
    {
      by: "dispatcher",
      agency: "brooklynPark",
      call: "BP-0010",
      hoursAgo: 2.5,
      input: {
        reasons: ["MEDICAL", "HOUSING"],
        urgency: "ROUTINE",
        narrative: "Several callers this week worry about him. He walks with difficulty.",
      },
      steps: [{ by: "social-worker", action: "acceptReferral" }],
    },
  ],
};
