import type { ApolloServerPlugin } from "@apollo/server";

import type { RequestContext } from "../context/requestContext";

/** Puts the notices that protected data must not travel without into the extensions of the slice's answer. */
export function redisclosurePlugin(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ contextValue, response }) {
          if (response.body.kind === "single") {
            const { singleResult } = response.body;
            const extensions = { ...singleResult.extensions, ...contextValue.redisclosures.extensions() };
            if (Object.keys(extensions).length > 0) singleResult.extensions = extensions;
          }
          return Promise.resolve();
        },
      }),
  };
}
