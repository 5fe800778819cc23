import { tracer } from "@corespond/kit";
import { context, SpanKind, SpanStatusCode, trace, type Context } from "@opentelemetry/api";
import type { FormattedExecutionResult } from "graphql";

/** Asks a slice in a span below its request's, which is the one that the slice continues. */
export async function tracedFetch(
  slice: string,
  parent: Context,
  ask: () => Promise<FormattedExecutionResult>,
): Promise<FormattedExecutionResult> {
  const options = { kind: SpanKind.CLIENT, attributes: { "corespond.slice": slice } };
  const span = tracer().startSpan(`fetch ${slice}`, options, parent);
  try {
    const answer = await context.with(trace.setSpan(parent, span), ask);
    span.setAttribute("corespond.errors", answer.errors?.length ?? 0);
    return answer;
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}
