import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from "@apollo/server";
import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";
import { graphqlResponseType } from "./acceptedAnswers";

const ok = 200;
const badRequest = 400;

/** The status of an answer without data, by its first error's code, where it was given none; else it is 400. */
const refusals: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403 };

/**
 * Gives an answer the status that its media type asks for (GraphQL over HTTP, 6.4). As `application/json` an answer to a
 * well-formed request is 200 even where the document is refused, for a client cannot tell whose 400 it reads; as
 * `application/graphql-response+json` an answer without `data` is never 2xx.
 */
export function graphStatus<C extends BaseContext>(): ApolloServerPlugin<C> {
  // One listener for all requests: it keeps nothing of any.
  const listener: GraphQLRequestListener<C> = {
    willSendResponse({ request, response: { body, http } }) {
      const accept = request.http?.headers.get("accept");
      if (accept !== undefined && body.kind === "single") {
        http.status = statusOf(http.status ?? ok, body.singleResult, accept);
        // Said here, it need not be negotiated a second time; where parts are accepted, too, Apollo Server chooses.
        if (!accept.includes(",")) http.headers.set("content-type", `${accept}; charset=utf-8`);
      }
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}

/** `accept` is what the door chose, not what the client wrote. */
function statusOf(status: number, { data, errors }: FormattedExecutionResult, accept: string): number {
  const isResponseType = accept.endsWith(graphqlResponseType);
  if (!isResponseType) return status === badRequest && codeOf(errors) !== "BAD_REQUEST" ? ok : status;
  return data === undefined && status < badRequest ? (refusals[codeOf(errors)] ?? badRequest) : status;
}

const codeOf = (errors: readonly GraphQLFormattedError[] | undefined): string => {
  const code = errors?.[0]?.extensions?.["code"];
  return typeof code === "string" ? code : "";
};
