import { GraphQLError } from "graphql";

/** A supergraph that cannot be served, for a reason that its reader can mend; the message says which. */
export class SupergraphError extends Error {
  override readonly name = "SupergraphError";
}

/** What was thrown over a supergraph, as a `SupergraphError`: it holds nobody's data, so its errors may say what they say. */
export function supergraphError(error: unknown): SupergraphError {
  if (error instanceof SupergraphError) return error;
  // With the place in the file, and the line that stands there.
  const message =
    error instanceof GraphQLError ? error.toString() : error instanceof Error ? error.message : String(error);
  return new SupergraphError(message, { cause: error });
}
