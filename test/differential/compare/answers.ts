import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";

/** An error as answers are compared by: its place and its code. */
const errorText = ({ path, extensions }: GraphQLFormattedError): string =>
  `${(path ?? []).join(".")} ${JSON.stringify(extensions?.["code"])}`;

/** The places and codes of an answer's errors, each once. */
export const errorsOf = ({ errors = [] }: Pick<FormattedExecutionResult, "errors">): ReadonlySet<string> =>
  new Set(errors.map(errorText));

/** Whether two answers hold the same, in the same order. */
export const sameData = (one: FormattedExecutionResult, other: FormattedExecutionResult): boolean =>
  JSON.stringify(one.data ?? null) === JSON.stringify(other.data ?? null);

/** Whether two answers have errors of the same codes in the same places. */
export function sameErrors(one: FormattedExecutionResult, other: FormattedExecutionResult): boolean {
  const [first, second] = [errorsOf(one), errorsOf(other)];
  return first.size === second.size && [...first].every((each) => second.has(each));
}

/** Whether errors of two answers are in the same places, whatever their codes. */
export function sameErrorPlaces(one: FormattedExecutionResult, other: FormattedExecutionResult): boolean {
  const places = ({ errors = [] }: FormattedExecutionResult): string =>
    JSON.stringify([...new Set(errors.map(({ path }) => (path ?? []).join(".")))].sort());
  return places(one) === places(other);
}
