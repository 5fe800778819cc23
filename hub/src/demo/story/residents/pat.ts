import type { StoryResident } from "../storyResident";

/** Pat Exampleby: referred by mistake, withdrawn before anybody accepted. */
export const pat: StoryResident = {
  key: "pat",
  registeredBy: "officer",
  person: { names: [{ given: "Pat", family: "Exampleby" }], birthDate: { date: "1971-12-24", precision: "DAY" } },
  calls: [],
  referrals: [
    {
      by: "officer",
      hoursAgo: 22,
      input: {
        reasons: ["OTHER"],
        urgency: "ROUTINE",
        narrative: "Asked for a number to call about a neighbor's noise.",
      },
      steps: [
        {
          by: "officer",
          action: "withdrawReferral",
          input: { reason: { code: "ENTERED_IN_ERROR", text: "Meant for the city's mediation office." } },
        },
      ],
    },
  ],
};
