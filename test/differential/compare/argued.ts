import type { FormattedExecutionResult } from "graphql";

import { sameData, sameErrorPlaces } from "./answers";

/** Three answers to one question. */
export interface Answers {
  readonly ours: FormattedExecutionResult;
  readonly stock: FormattedExecutionResult;
  /** What graphql-js answers over one schema, with the same faults of fields. */
  readonly reference: FormattedExecutionResult;
}

/** A difference that the stock gateway, and not ours, owes an explanation for. */
export interface Argument {
  readonly name: string;
  /** Why ours is right, and where the specification (October 2021) says so. */
  readonly reason: string;
  readonly holds: (answers: Answers) => boolean;
}

/** Every difference that may be, with its reason. */
export const argued: readonly Argument[] = [
  {
    name: "the specification's own answer",
    reason:
      "graphql-js, executing the same data over one schema, answers what ours does: data and error places are equal (section 6).",
    holds: ({ ours, reference }) => sameData(ours, reference) && sameErrorPlaces(ours, reference),
  },
];
