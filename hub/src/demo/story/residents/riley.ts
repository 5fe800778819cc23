import type { StoryResident } from "../storyResident";

/** Riley Testcase: has a designated address only, must not be phoned; a victim service is asked for help. */
export const riley: StoryResident = {
  key: "riley",
  registeredBy: "officer",
  person: {
    names: [{ given: "Riley", family: "Testcase" }],
    birthDate: { date: "1994-11-02", precision: "DAY" },
    addresses: [
      {
        kind: "DESIGNATED",
        address1: "PO Box 0000 (designated address, example)",
        city: "St. Paul",
        stateProvince: "MN",
      },
    ],
    safeContact: {
      channel: "IN_PERSON",
      instructions: "Never phone or text: the phone is watched. Meet at the library desk.",
    },
  },
  calls: [
    {
      key: "BP-0007",
      by: "officer",
      hoursAgo: 30,
      answeredAfter: 1,
      closedAfter: 71,
      role: "CALLER",
      input: {
        natureText: "Verbal domestic",
        commonCode: "DVNA",
        priority: 1,
        disposition: "Report taken",
        beat: "BP-1",
        address: { city: "Brooklyn Park" },
        cautions: [{ text: "Do not call back on the number that called.", source: "Caller" }],
      },
    },
  ],
  referrals: [
    {
      by: "officer",
      call: "BP-0007",
      hoursAgo: 29,
      input: {
        reasons: ["DOMESTIC_VIOLENCE", "LEGAL"],
        urgency: "ASAP",
        narrative: "Wants advice about an order for protection. Must not be phoned.",
      },
      steps: [
        { by: "social-worker", action: "acceptReferral" },
        {
          by: "social-worker",
          action: "referToService",
          service: "safeHouseAdvocacy",
          input: {
            need: "DOMESTIC_VIOLENCE",
            urgency: "ASAP",
            ageBand: "FROM_25_TO_59",
            message: "In person only.",
            legalBasis: { basis: "CONSENT", citation: "Written release of the resident, demonstration copy 2" },
          },
          answers: [],
        },
      ],
    },
  ],
  consents: [
    {
      by: "social-worker",
      categories: ["VICTIM_SERVICES"],
      agencies: [],
      organizations: ["safeHouse"],
      daysAgo: 1,
      expiresInDays: 29,
      input: {
        description: "That a safe place is needed, and a phone number that is safe to call.",
        givenBy: "SUBJECT",
      },
    },
  ],
};
