import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { BaseContext } from "@apollo/server";

import type { GraphEndpoint } from "../http/httpServerOptions";
import { tracer } from "./tracer";

/** A slice's graph that continues the trace of whoever asks it. */
export function tracedEndpoint<C extends BaseContext>(slice: string, endpoint: GraphEndpoint<C>): GraphEndpoint<C> {
  return {
    async executeHTTPGraphQLRequest(request) {
      const { headers } = request.httpGraphQLRequest;
      const asked = propagation.extract(ROOT_CONTEXT, headers, { get: (map, name) => map.get(name), keys: () => [] });
      if (!trace.getSpanContext(asked)) return await endpoint.executeHTTPGraphQLRequest(request);
      const options = { kind: SpanKind.SERVER, attributes: { "corespond.slice": slice } };
      const span = tracer().startSpan(`slice ${slice}`, options, asked);
      try {
        return await context.with(trace.setSpan(asked, span), () => endpoint.executeHTTPGraphQLRequest(request));
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
  };
}
