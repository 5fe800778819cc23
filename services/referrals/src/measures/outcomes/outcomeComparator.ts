import { registerEnumType } from "type-graphql";

/** With whom the enrolled are compared. */
export enum OutcomeComparator {
  SAME_THRESHOLD_NOT_ENROLLED = "SAME_THRESHOLD_NOT_ENROLLED",
  NOT_YET_JOINED = "NOT_YET_JOINED",
  OWN_EARLIER_TREND = "OWN_EARLIER_TREND",
  NONE = "NONE",
}

registerEnumType(OutcomeComparator, {
  name: "OutcomeComparator",
  description:
    "With whom the enrolled are compared. Whoever is chosen for many calls has fewer later by chance alone (regression to the mean), so a change means little without others who were chosen alike.",
  valuesConfig: {
    SAME_THRESHOLD_NOT_ENROLLED: {
      description:
        "Persons with as many incidents in the same selection window, at the program's agencies, whom the program has no referral of. Fair where those who were enrolled differ from them by chance, such as for want of capacity.",
    },
    NOT_YET_JOINED: {
      description:
        "Persons with as many incidents in the same selection window at agencies of the program that join after the window after the index day has ended; only incidents of such agencies count (staggered difference-in-differences).",
    },
    OWN_EARLIER_TREND: {
      description:
        "The enrolled themselves, one window earlier: the change from the window before the baseline to the baseline.",
    },
    NONE: { description: "Nobody. The answer carries the caution REGRESSION_TO_MEAN." },
  },
});
