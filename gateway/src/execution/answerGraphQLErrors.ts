import { GraphQLError } from "graphql";

import type { AnswerError } from "../engine/run/sliceError";

/**
 * Errors of the engine's answer as Apollo Server and the house's masks take them. They were told, not thrown here, and have
 * no stack: to collect one takes longer than all else that becomes of an error, and there may be many.
 */
export function answerGraphQLErrors(errors: readonly AnswerError[]): GraphQLError[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return errors.map(
      ({ message, path, extensions }) => new GraphQLError(message, { ...(path && { path }), extensions }),
    );
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
