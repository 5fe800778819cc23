import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

import { isErrorCode } from "./errorCatalogue";

const shownExtensions = [
  "code",
  "argumentName",
  "field",
  "limit",
  "actual",
  "slice",
  "requestId",
  "retryable",
  "acrValues",
] as const;

/** What the caller of `maskError` does with the text that is withheld from the client. */
export type ReportHiddenError = (error: unknown) => void;

/**
 * Turns an error into what a client may read: errors of the catalogue keep their text, everything else (a bug, a
 * driver's message with a row's values in it) becomes one masked sentence and goes to `report`.
 */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: ReportHiddenError,
): GraphQLFormattedError {
  const code = formatted.extensions?.["code"];
  const original = unwrapResolverError(error);
  // What a slice answered comes to the gateway as plain JSON, masked by the slice already; a bug is an Error of another kind.
  const spoken = original instanceof GraphQLError || !(original instanceof Error);
  const meantForClients = spoken && isErrorCode(code) && code !== "INTERNAL_SERVER_ERROR";
  if (!meantForClients) report(original);
  return {
    message: meantForClients
      ? formatted.message
      : "An internal error occurred. It was recorded under the request's id.",
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    extensions: meantForClients ? pickShown(formatted.extensions ?? {}) : { code: "INTERNAL_SERVER_ERROR" },
  };
}

function pickShown(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    shownExtensions.filter((name) => name in extensions).map((name) => [name, extensions[name]]),
  );
}
