import { trace, type Tracer } from "@opentelemetry/api";

/** What makes the house's spans: none, unless this process was told where to send them (`startTracing`). */
export const tracer = (): Tracer => trace.getTracer("corespond");
