import type { StoryResident } from "../storyResident";

/** Avery Demochild: a minor, reached through a parent; nobody has decided yet. */
export const avery: StoryResident = {
  key: "avery",
  registeredBy: "colleague:officer-plymouth",
  person: {
    names: [{ given: "Avery", family: "Demochild" }],
    birthDate: { date: "2012-04-05", precision: "DAY" },
    addresses: [
      { kind: "HOME", address1: "500 Demo Road", city: "Plymouth", stateProvince: "MN", postalCode: "55447" },
    ],
    guardians: [{ name: "Gale Demochild", relation: "mother", phone: "612-555-0110", authority: "PARENT" }],
    safeContact: { channel: "THROUGH_OTHER", instructions: "Through the mother." },
  },
  calls: [
    {
      key: "PL-0001",
      by: "colleague:officer-plymouth",
      hoursAgo: 7,
      answeredAfter: 1,
      closedAfter: 58,
      role: "SUBJECT",
      input: {
        natureText: "Child does not want to go home",
        commonCode: "CITASST",
        priority: 3,
        disposition: "Taken home",
        address: { street: "500 Demo Road", city: "Plymouth" },
      },
    },
  ],
  referrals: [
    {
      by: "colleague:officer-plymouth",
      call: "PL-0001",
      hoursAgo: 6,
      input: {
        reasons: ["FAMILY", "MENTAL_HEALTH"],
        urgency: "URGENT",
        narrative: "The mother asks for somebody to talk to both of them.",
      },
      steps: [],
    },
  ],
};
