import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from "@apollo/server";
import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";

import type { GatewayContext } from "../gatewayContext";
import type { GraphMetrics } from "./graphMetrics";

type Request = GraphQLRequestContext<GatewayContext>;

/** Measures each request from its arrival to its answer, by operation, client and outcome. */
export function metricsPlugin(metrics: GraphMetrics): ApolloServerPlugin<GatewayContext> {
  const startedAt = new WeakMap<Request, number>();
  const end = (request: Request, code: unknown): void => {
    const began = startedAt.get(request);
    if (began === undefined) return;
    startedAt.delete(request);
    const { operation, viewer } = request.contextValue;
    metrics.requestEnded();
    metrics.answered({ operation, client: viewer.client, code, seconds: (performance.now() - began) / 1_000 });
  };
  const listener: GraphQLRequestListener<GatewayContext> = {
    willSendResponse: (request) => {
      const { body } = request.response;
      end(request, firstCode(body.kind === "single" ? body.singleResult : body.initialResult));
      return Promise.resolve();
    },
  };
  return {
    requestDidStart: (request) => {
      startedAt.set(request, performance.now());
      metrics.requestStarted();
      return Promise.resolve(listener);
    },
    unexpectedErrorProcessingRequest: ({ requestContext }) => {
      end(requestContext, "INTERNAL_SERVER_ERROR");
      return Promise.resolve();
    },
    contextCreationDidFail: ({ error }) => {
      metrics.refused((error as { readonly extensions?: Readonly<Record<string, unknown>> }).extensions?.["code"]);
      return Promise.resolve();
    },
  };
}

/** The code of an answer's first error; null where that has none, as a slice of somebody else's may tell it. */
function firstCode({ errors = [] }: Pick<FormattedExecutionResult, "errors">): unknown {
  const [first]: readonly (GraphQLFormattedError | undefined)[] = errors;
  return first && (first.extensions?.["code"] ?? null);
}
