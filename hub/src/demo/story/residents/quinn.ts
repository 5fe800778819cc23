import type { StoryResident } from "../storyResident";

/** Quinn Testhouse: could not be reached. */
export const quinn: StoryResident = {
  key: "quinn",
  registeredBy: "colleague:officer-bloomington",
  person: { names: [{ given: "Quinn", family: "Testhouse" }], phones: [{ number: "612-555-0121" }] },
  calls: [
    {
      key: "BL-0002",
      by: "colleague:officer-bloomington",
      hoursAgo: 155,
      answeredAfter: 3,
      closedAfter: 40,
      role: "SUBJECT",
      input: {
        natureText: "Unwanted person at a store",
        commonCode: "TRESPASS",
        priority: 4,
        disposition: "Left on request",
        address: { city: "Bloomington" },
      },
    },
    {
      key: "BL-0003",
      by: "dispatcher",
      agency: "bloomington",
      hoursAgo: 8,
      answeredAfter: 1,
      closedAfter: 20,
      input: {
        natureText: "Person fainted in a store",
        commonCode: "PERUNCON",
        priority: 1,
        disposition: "Ambulance took over",
        address: { city: "Bloomington" },
      },
    },
  ],
  referrals: [
    {
      by: "colleague:officer-bloomington",
      call: "BL-0002",
      hoursAgo: 154,
      input: { reasons: ["HOUSING"], urgency: "ROUTINE", narrative: "Seems to live in a car." },
      steps: [
        { by: "colleague:social-worker-south", action: "acceptReferral" },
        {
          by: "colleague:social-worker-south",
          action: "recordContact",
          hoursAgo: 130,
          input: { kind: "PHONE", result: "WRONG_NUMBER" },
        },
        {
          by: "colleague:social-worker-south",
          action: "recordContact",
          hoursAgo: 106,
          input: { kind: "ATTEMPT", result: "NOT_HOME", notes: "The car was gone." },
        },
        {
          by: "colleague:social-worker-south",
          action: "completeReferral",
          input: { outcome: "COULD_NOT_CONTACT", explanation: "Two tries, and no other number or place is known." },
        },
      ],
    },
  ],
};
