import { unwrapResolverError } from "@apollo/server/errors";
import { maskError, type ReportHiddenError } from "@corespond/kit";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

/** What frameworks put into the extensions of an error beside what its author wrote: traces of their insides. */
const traces: ReadonlySet<string> = new Set(["stacktrace", "exception", "debug", "trace"]);

/**
 * What a client reads of an error of slices that are not ours: the slice's own words and codes, which the house's catalogue
 * does not know, without traces. A bug of the gateway's stays masked.
 */
export function relayedError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: ReportHiddenError,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof Error && !(original instanceof GraphQLError)) return maskError(formatted, error, report);
  const { extensions = {}, ...rest } = formatted;
  return { ...rest, extensions: Object.fromEntries(Object.entries(extensions).filter(([name]) => !traces.has(name))) };
}
