import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from "@apollo/server";
import { isErrorCode, tracer } from "@corespond/kit";
import {
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
} from "@opentelemetry/api";

import type { GatewayContext } from "../gatewayContext";

type Request = GraphQLRequestContext<GatewayContext>;

/** Makes a span of each request, and one of each phase below it: parse, validate, execute. Fetches and plans join them. */
export function tracingPlugin(): ApolloServerPlugin<GatewayContext> {
  const spans = new WeakMap<Request, Span>();
  const end = (request: Request, codes: readonly unknown[]): void => {
    const span = spans.get(request);
    spans.delete(request);
    if (span) endRequest(span, request, codes);
  };
  const listener = phases(end);
  return {
    requestDidStart(request) {
      const asked = askedTrace(request);
      const span = tracer().startSpan("graphql", { kind: SpanKind.SERVER }, asked);
      spans.set(request, span);
      request.contextValue.trace = trace.setSpan(asked, span);
      return Promise.resolve(listener);
    },
    unexpectedErrorProcessingRequest({ requestContext }) {
      end(requestContext, ["INTERNAL_SERVER_ERROR"]);
      return Promise.resolve();
    },
  };
}

function phases(end: (request: Request, codes: readonly unknown[]) => void): GraphQLRequestListener<GatewayContext> {
  return {
    parsingDidStart: ({ contextValue }) => Promise.resolve(phase("graphql.parse", contextValue.trace)),
    validationDidStart: ({ contextValue }) => Promise.resolve(phase("graphql.validate", contextValue.trace)),
    executionDidStart: ({ contextValue }) =>
      Promise.resolve({ executionDidEnd: phase("graphql.execute", contextValue.trace) }),
    willSendResponse(request) {
      const { body } = request.response;
      const { errors = [] } = body.kind === "single" ? body.singleResult : body.initialResult;
      end(
        request,
        errors.map(({ extensions }) => extensions?.["code"]),
      );
      return Promise.resolve();
    },
  };
}

/** What the client says that its request is part of. */
function askedTrace({ request }: Request): Context {
  const headers = request.http?.headers;
  if (!headers) return ROOT_CONTEXT;
  return propagation.extract(ROOT_CONTEXT, headers, { get: (map, name) => map.get(name), keys: () => [] });
}

/** Starts a phase's span; gives what ends it. */
function phase(name: string, parent: Context | undefined): () => Promise<void> {
  const span = tracer().startSpan(name, {}, parent);
  return () => Promise.resolve(span.end());
}

function endRequest(span: Span, { contextValue, operation }: Request, codes: readonly unknown[]): void {
  const { viewer, operation: name } = contextValue;
  if (operation)
    span.updateName(`graphql ${operation.operation}`).setAttribute("graphql.operation.type", operation.operation);
  span.setAttributes({
    "graphql.operation.name": name,
    "corespond.request_id": viewer.requestId,
    "corespond.client": viewer.client,
    "corespond.errors": codes.length,
  });
  if (isErrorCode(codes[0])) span.setAttribute("corespond.code", codes[0]);
  if (codes.length > 0) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
