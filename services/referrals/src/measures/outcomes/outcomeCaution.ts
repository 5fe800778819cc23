import { registerEnumType } from "type-graphql";

/** Why a change must not be read as an effect. */
export enum OutcomeCaution {
  REGRESSION_TO_MEAN = "REGRESSION_TO_MEAN",
  BASELINE_DIFFERS = "BASELINE_DIFFERS",
}

registerEnumType(OutcomeCaution, {
  name: "OutcomeCaution",
  description: "Why a change must not be read as an effect of the program.",
  valuesConfig: {
    REGRESSION_TO_MEAN: {
      description:
        "Nobody is compared. Those who are chosen for many calls have fewer later even where nothing is done: in the Camden hotspotting trial the treated fell by 38 points, and so did the others (Finkelstein et al. 2020).",
    },
    BASELINE_DIFFERS: {
      description:
        "In the baseline window the enrolled had a rate that differs from the comparators' by more than a quarter, beyond chance: they were chosen by more than the selection window, such as by a recent crisis, and would have changed differently anyway.",
    },
  },
});
