import { sameData, sameErrors } from "./answers";
import { argued, specification, type Answers, type Argument } from "./argued";

/** What a comparison of answers comes to. */
export type Verdict = "same" | "different" | Argument;

/**
 * Compares answers. Where nothing went wrong in the slices, graphql-js over one schema is what ours is held to, down to the
 * order of fields. Where something went wrong, ours is held to the stock gateway, or to one of the reasons to differ.
 */
export function verdictOf(answers: Answers, faultless: boolean): Verdict {
  const { ours, stock } = answers;
  if (faultless && !specification.holds(answers)) return "different";
  if (sameData(ours, stock) && sameErrors(ours, stock)) return "same";
  return argued.find(({ holds }) => holds(answers)) ?? "different";
}
