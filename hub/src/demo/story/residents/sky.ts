import type { StoryResident } from "../storyResident";

/** Sky Demofield: the officer asks to close what the social worker has accepted. */
export const sky: StoryResident = {
  key: "sky",
  registeredBy: "colleague:officer-bloomington",
  person: {
    names: [{ given: "Sky", family: "Demofield" }],
    birthDate: { date: "2004-08-08", precision: "DAY" },
    genderIdentity: "nonbinary",
    phones: [{ number: "612-555-0120" }],
    safeContact: { channel: "TEXT" },
  },
  calls: [
    {
      key: "BL-0001",
      by: "colleague:officer-bloomington",
      hoursAgo: 48,
      answeredAfter: 1,
      closedAfter: 66,
      role: "SUBJECT",
      input: {
        natureText: "Threat of suicide",
        commonCode: "SUICTHRT",
        priority: 1,
        disposition: "Crisis team called",
        address: { city: "Bloomington" },
      },
    },
  ],
  referrals: [
    {
      by: "colleague:officer-bloomington",
      call: "BL-0001",
      hoursAgo: 47,
      input: {
        reasons: ["MENTAL_HEALTH"],
        urgency: "STAT",
        narrative: "The crisis team came and stayed. Follow-up is needed.",
        legalBasis: { basis: "CRISIS", citation: "Minn. Stat. 144.294" },
      },
      steps: [
        { by: "colleague:social-worker-south", action: "acceptReferral" },
        {
          by: "colleague:social-worker-south",
          action: "recordContact",
          hoursAgo: 44,
          input: { kind: "PHONE", result: "COMPLETED", notes: "Safe tonight. Visit agreed." },
        },
        {
          by: "colleague:social-worker-south",
          action: "referToService",
          service: "counselingAdults",
          input: { need: "MENTAL_HEALTH", urgency: "ASAP", ageBand: "FROM_18_TO_24" },
          answers: [],
        },
        {
          by: "colleague:officer-bloomington",
          action: "withdrawReferral",
          input: { reason: { code: "REFERRED_ELSEWHERE", text: "The family says that a clinic has taken over." } },
        },
      ],
    },
  ],
};
