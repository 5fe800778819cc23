import { registerEnumType } from "type-graphql";

/** A resident's age as coarsely as eligibility needs it before a provider accepts. */
export enum AgeBand {
  UNDER_18 = "UNDER_18",
  FROM_18_TO_24 = "FROM_18_TO_24",
  FROM_25_TO_59 = "FROM_25_TO_59",
  FROM_60 = "FROM_60",
}

registerEnumType(AgeBand, {
  name: "AgeBand",
  description:
    "A resident's age in completed years, as coarsely as a provider needs it to decide before it may know who it is.",
  valuesConfig: {
    UNDER_18: { description: "0 to 17." },
    FROM_18_TO_24: { description: "18 to 24, where programs for young adults differ." },
    FROM_25_TO_59: { description: "25 to 59." },
    FROM_60: { description: "60 and over, where programs for older adults begin (Older Americans Act)." },
  },
});
