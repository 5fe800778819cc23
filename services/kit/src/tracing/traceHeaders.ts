import { context, propagation, trace } from "@opentelemetry/api";

const none: readonly string[] = [];

/** The headers that let whoever is asked continue the trace (W3C Trace Context), names and values in turn. */
export function traceHeaders(): readonly string[] {
  if (!trace.getActiveSpan()) return none;
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return Object.entries(carrier).flat();
}
