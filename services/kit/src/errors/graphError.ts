import { GraphQLError } from "graphql";

import { errorCatalogue, type ErrorCode } from "./errorCatalogue";

const wholeRequestFails = (status: number): boolean => status !== 200;

/** An error for a client who misused the graph: its message is shown, so it must hold no data of anybody. */
export function graphError(
  code: ErrorCode,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  const { status } = errorCatalogue[code];
  const http = wholeRequestFails(status) ? { http: { status } } : {};
  return new GraphQLError(message, { extensions: { ...extensions, code, ...http } });
}
