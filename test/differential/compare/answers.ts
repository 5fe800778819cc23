import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";

/** An answer of any of the three. */
export type Answer = Pick<FormattedExecutionResult, "data" | "errors">;

type Place = readonly (string | number)[];

/**
 * Where an error stands in the client's answer; null where it tells no such place. The stock gateway has places that name
 * `_entities`, or `@` for any item of a list: no field of the answer.
 */
export function placeOfError({ path }: GraphQLFormattedError): Place | null {
  return !path || path.includes("@") || path.includes("_entities") ? null : path;
}

const placeText = (error: GraphQLFormattedError): string => placeOfError(error)?.join(".") ?? "";

const errorText = (error: GraphQLFormattedError): string =>
  `${placeText(error)} ${JSON.stringify(error.extensions?.["code"])}`;

const errorsOf = ({ errors = [] }: Answer): ReadonlySet<string> => new Set(errors.map(errorText));

/** The places of an answer's errors, each once; an empty text for none. */
export const placesOf = ({ errors = [] }: Answer): ReadonlySet<string> => new Set(errors.map(placeText));

/** Whether two sets hold the same. */
export const sameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((each) => other.has(each));

/** Whether two answers hold the same, in the same order. */
export const identicalData = (one: Answer, other: Answer): boolean =>
  JSON.stringify(one.data ?? null) === JSON.stringify(other.data ?? null);

/** Whether two answers hold the same, in any order. */
export const sameData = (one: Answer, other: Answer): boolean =>
  JSON.stringify(sorted(one.data ?? null)) === JSON.stringify(sorted(other.data ?? null));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}

/** Whether two answers have errors of the same codes in the same places. */
export const sameErrors = (one: Answer, other: Answer): boolean => sameSet(errorsOf(one), errorsOf(other));

/** How much of a place an answer's data has before it is null there; null where there is a value. */
export function nullAt({ data }: Answer, place: Place): number | null {
  let value: unknown = data ?? null;
  for (const [depth, key] of place.entries()) {
    if (value === null || value === undefined) return depth;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value === null || value === undefined ? place.length : null;
}
