import { identicalData, sameData, sameErrorPlaces, sameErrors } from "./answers";
import { argued, type Answers, type Argument } from "./argued";

/** What a comparison of answers comes to. */
export type Verdict = "same" | "different" | Argument;

/**
 * Compares answers. Where nothing went wrong in the slices, graphql-js over one schema is what ours is held to, down to the
 * order of fields; of errors, a gateway may tell all that slices told of one null. Where something went wrong, ours is held
 * to the stock gateway.
 */
export function verdictOf(answers: Answers, faultless: boolean): Verdict {
  const { ours, stock, reference } = answers;
  const asStock = sameData(ours, stock) && sameErrors(ours, stock);
  if (faultless) {
    const right = identicalData(ours, reference) && (sameErrorPlaces(ours, reference) || sameErrorPlaces(ours, stock));
    if (!right) return "different";
    return asStock ? "same" : (argued[0] as Argument);
  }
  return asStock ? "same" : (argued.find(({ holds }) => holds(answers)) ?? "different");
}
