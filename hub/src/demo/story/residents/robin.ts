import type { StoryResident } from "../storyResident";

/** Robin Sampleford: declined help; cancelled by the social worker. */
export const robin: StoryResident = {
  key: "robin",
  registeredBy: "colleague:officer-plymouth",
  person: {
    names: [{ given: "Robin", family: "Sampleford" }],
    birthDate: { date: "1965-02-11", precision: "DAY" },
    phones: [{ number: "612-555-0111" }],
    safeContact: { channel: "PHONE" },
  },
  calls: [
    {
      key: "PL-0002",
      by: "dispatcher",
      agency: "plymouth",
      hoursAgo: 148,
      answeredAfter: 1,
      closedAfter: 29,
      input: {
        natureText: "Suspicious person in a yard",
        commonCode: "PERSUSP",
        priority: 4,
        disposition: "Unfounded",
        address: { city: "Plymouth" },
      },
    },
  ],
  referrals: [
    {
      by: "colleague:officer-plymouth",
      hoursAgo: 144,
      input: {
        reasons: ["AGING"],
        urgency: "ROUTINE",
        narrative: "Walks at night and forgets where home is, says a neighbor.",
      },
      steps: [
        { by: "social-worker", action: "acceptReferral" },
        {
          by: "social-worker",
          action: "recordContact",
          hoursAgo: 96,
          input: { kind: "PHONE", result: "DECLINED", notes: "Does not want help now. Has the number." },
        },
        {
          by: "social-worker",
          action: "cancelReferral",
          input: { reason: { code: "NO_LONGER_INTERESTED", text: "Declined help and was told how to ask again." } },
        },
      ],
    },
  ],
};
