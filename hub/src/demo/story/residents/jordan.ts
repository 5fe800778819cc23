import type { StoryResident } from "../storyResident";

/** Jordan Example: no fixed address, referred this morning; nobody has decided yet. */
export const jordan: StoryResident = {
  key: "jordan",
  registeredBy: "officer",
  person: {
    names: [{ given: "Jordan", family: "Example" }],
    birthDate: { date: "1990-01-01", precision: "YEAR" },
    phones: [{ number: "612-555-0102" }],
    addresses: [{ kind: "NONE" }],
    safeContact: { channel: "TEXT", instructions: "Phone is charged at the library in the afternoon." },
  },
  calls: [
    {
      key: "BP-0005",
      by: "officer",
      hoursAgo: 5,
      answeredAfter: 2,
      closedAfter: 37,
      role: "SUBJECT",
      input: {
        natureText: "Person sleeping in a stairwell",
        commonCode: "TRESPASS",
        priority: 4,
        disposition: "Referral made",
        beat: "BP-1",
        address: { street: "200 Sample Street", city: "Brooklyn Park", text: "Stairwell of the parking ramp" },
      },
    },
  ],
  referrals: [
    {
      by: "officer",
      call: "BP-0005",
      hoursAgo: 4.5,
      input: {
        reasons: ["HOUSING", "FOOD"],
        urgency: "URGENT",
        narrative:
          "Has slept in the ramp for a week. Lost the apartment after a job ended. Polite, cold, hungry; took a ride to the library.",
      },
      steps: [],
    },
  ],
};
