import type { StoryResident } from "../storyResident";

/** Casey Sampleton: in a shelter with children; on hold while the housing office decides. */
export const casey: StoryResident = {
  key: "casey",
  registeredBy: "officer",
  person: {
    names: [{ given: "Casey", family: "Sampleton" }],
    birthDate: { date: "1986-07-30", precision: "DAY" },
    addresses: [{ kind: "SHELTER", place: "Example Family Shelter", city: "Brooklyn Park", stateProvince: "MN" }],
    phones: [{ number: "612-555-0103" }],
    safeContact: {
      channel: "PHONE",
      instructions: "Ask for Casey at the shelter's desk; do not say who is calling.",
    },
  },
  calls: [
    {
      key: "BP-0006",
      by: "officer",
      hoursAgo: 99,
      answeredAfter: 1,
      closedAfter: 44,
      role: "SUBJECT",
      input: {
        natureText: "Dispute at a shelter",
        commonCode: "TROUBLE",
        priority: 3,
        disposition: "Settled",
        beat: "BP-3",
        address: { city: "Brooklyn Park" },
      },
    },
  ],
  referrals: [
    {
      by: "officer",
      call: "BP-0006",
      hoursAgo: 98,
      input: {
        reasons: ["HOUSING", "FAMILY"],
        urgency: "ROUTINE",
        narrative: "Two children with her. The shelter's stay ends next week and she does not know where to go.",
      },
      steps: [
        { by: "social-worker", action: "acceptReferral" },
        {
          by: "social-worker",
          action: "recordContact",
          hoursAgo: 52,
          input: {
            kind: "VISIT",
            result: "REACHED",
            notes: "Met at the shelter. Waits for the housing office's answer before deciding.",
          },
        },
        {
          by: "social-worker",
          action: "referToService",
          service: "housingSearch",
          input: {
            need: "HOUSING",
            ageBand: "FROM_25_TO_59",
            message: "A parent with two children; needs a place within ten days.",
          },
          answers: [],
        },
        {
          by: "social-worker",
          action: "referToService",
          service: "counselingFamilies",
          input: { need: "FAMILY", ageBand: "FROM_25_TO_59" },
          answers: [
            {
              by: "provider",
              action: "rejectServiceReferral",
              input: {
                reason: { code: "NO_CAPACITY", text: "No family appointment before next month; ask again then." },
              },
            },
          ],
        },
        {
          by: "social-worker",
          action: "putReferralOnHold",
          input: { reason: { code: "AWAITING_OTHERS", text: "Waiting for the housing office's decision." } },
        },
      ],
    },
  ],
};
