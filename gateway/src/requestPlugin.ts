import type { ApolloServerPlugin } from "@apollo/server";
import type { Logger } from "pino";

import type { GatewayContext } from "./gatewayContext";

/** What the log and the audit keep of an operation's name. */
const longestName = 100;

/**
 * Names the request for the audit, writes its one log line (ids and codes, nothing of what was asked or answered), and
 * drops what the gateway adds about values that a slice withheld. Protected data leaves with the notices that accompany it.
 */
export function requestPlugin(log: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () => {
      const startedAt = performance.now();
      return Promise.resolve({
        didResolveOperation: ({ contextValue, operationName }) => {
          contextValue.operation = operationName?.slice(0, longestName) ?? "unnamed";
          return Promise.resolve();
        },
        willSendResponse: ({ contextValue, response }) => {
          const { body } = response;
          if (body.kind !== "single") return Promise.resolve();
          const { viewer, operation, redisclosures } = contextValue;
          const extensions: Record<string, unknown> = {
            ...body.singleResult.extensions,
            ...redisclosures.extensions(),
          };
          delete extensions["valueCompletion"];
          if (Object.keys(extensions).length > 0) body.singleResult.extensions = extensions;
          else delete body.singleResult.extensions;
          log.info(
            {
              requestId: viewer.requestId,
              operation,
              viewerId: viewer.id,
              role: viewer.role,
              client: viewer.client,
              ...(contextValue.cost && { cost: contextValue.cost }),
              ms: Math.round(performance.now() - startedAt),
              codes: body.singleResult.errors?.map(({ extensions }) => extensions?.["code"]),
            },
            "answered",
          );
          return Promise.resolve();
        },
      });
    },
  };
}
