import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";

import { mostErrors } from "./sliceError";

/** Characters that the details of one error may have, and its message: an error may stand at many places. */
const longestDetails = 4_000;
const longestMessage = 2_000;
/** Steps of an error's path. */
const longestPath = 200;

/**
 * The errors that a slice told, as many as are heard, each without what it may not hold: a path that is none, details of any
 * length. Details that are too long are left out but for their code. `http` is what servers of JavaScript give an answer its
 * status and headers by; a slice says nothing of ours.
 */
export function toldErrors({ errors }: FormattedExecutionResult): readonly GraphQLFormattedError[] {
  if (!Array.isArray(errors) || errors.length === 0) return [];
  return (errors as readonly GraphQLFormattedError[]).slice(0, mostErrors).map(({ path, extensions, message }) => ({
    message: typeof message === "string" ? message.slice(0, longestMessage) : message,
    ...(isPath(path) && { path }),
    ...(isDetails(extensions) && { extensions: details(extensions) }),
  }));
}

const isPath = (path: unknown): boolean =>
  Array.isArray(path) &&
  path.length <= longestPath &&
  path.every((key) => typeof key === "string" || Number.isSafeInteger(key));

const isDetails = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function details({ http: _http, ...extensions }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (spared(extensions, longestDetails) >= 0) return extensions;
  const { code } = extensions;
  return typeof code === "string" && code.length <= longestMessage ? { code } : {};
}

/** How many characters a value leaves of so many; negative where it has more. */
function spared(value: unknown, characters: number): number {
  if (typeof value === "string") return characters - value.length - 2;
  if (typeof value !== "object" || value === null) return characters - 4;
  let left = characters - 2;
  for (const key in value) {
    if (left < 0) return left;
    left = spared((value as Readonly<Record<string, unknown>>)[key], left - key.length - 3);
  }
  return left;
}
