import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";

import type { GatewayContext } from "./gatewayContext";

/**
 * Refuses a request whose document has no operation that it could ask for (GraphQL, section 6.1), before anything else looks
 * at it: what judges operations, limits them or asks slices is never given a document without one. It throws where Apollo
 * Server calls it, so that no other plugin is asked beside it.
 */
export function resolvedOperation(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ operation, schema }) {
          if (!operation) throw unresolved("No operation of the document fits `operationName`.");
          if (!schema.getRootType(operation.operation)) throw unresolved(`The graph has no ${operation.operation}.`);
          return Promise.resolve();
        },
      }),
  };
}

const unresolved = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: "OPERATION_RESOLUTION_FAILURE", http: { status: 400 } } });
