import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";

import type { GatewayContext } from "../gatewayContext";

/** The scopes of this graph begin so; a token without any of them is narrowed by its holder's role alone. */
const family = "corespond.";

/** The scope without which a narrowed token changes nothing. */
const writing = "corespond.write";

/**
 * Scopes only ever narrow what a role may do: a token that names scopes of this graph, such as `corespond.read`, but
 * not `corespond.write` performs no mutation. The rule looks at the document and the token, never at data.
 */
export function scopeRule(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ contextValue: { viewer }, operation }) {
          const narrowed = viewer.scopes.some((scope) => scope.startsWith(family));
          if (operation?.operation === OperationTypeNode.MUTATION && narrowed && !viewer.scopes.includes(writing)) {
            throw new GraphQLError(`The token's scopes do not include \`${writing}\`.`, {
              extensions: { code: "FORBIDDEN", http: { status: 403 } },
            });
          }
          return Promise.resolve();
        },
      }),
  };
}
