import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";

import { mostErrors } from "./sliceError";

/** Details of an error that are nested more deeply are left out: no client reads them, and no text could be made of some. */
const deepest = 50;

/** The errors that a slice told, as many as are heard, each without what it may not hold: a path that is none, details nested without end. */
export function toldErrors({ errors }: FormattedExecutionResult): readonly GraphQLFormattedError[] {
  if (!Array.isArray(errors) || errors.length === 0) return [];
  return (errors as readonly GraphQLFormattedError[]).slice(0, mostErrors).map(({ path, extensions, ...error }) => ({
    ...error,
    ...(isPath(path) && { path }),
    ...(extensions !== undefined && isNestedAtMost(extensions, deepest) && { extensions }),
  }));
}

const isPath = (path: unknown): boolean =>
  Array.isArray(path) && path.every((key) => typeof key === "string" || Number.isSafeInteger(key));

const isNestedAtMost = (value: unknown, depth: number): boolean =>
  value === null ||
  typeof value !== "object" ||
  (depth > 0 && Object.values(value).every((each) => isNestedAtMost(each, depth - 1)));
