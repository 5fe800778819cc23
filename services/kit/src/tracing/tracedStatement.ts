import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";

import type { Statement } from "../database/statement";
import { tracer } from "./tracer";

/** A statement as a span sees it: neither its text nor its values. */
export interface NamedStatement extends Pick<Statement, "name"> {
  readonly slice: string;
}

/** Sends a statement in a span with its name, where what it is part of has one. */
export async function tracedStatement<R>({ slice, name }: NamedStatement, send: () => Promise<R>): Promise<R> {
  // The house's own work (relays, sealers, migrations) belongs to no request.
  if (!trace.getActiveSpan()) return await send();
  const span = tracer().startSpan(`sql ${name}`, {
    kind: SpanKind.CLIENT,
    attributes: { "db.system.name": "postgresql", "corespond.slice": slice, "corespond.statement": name },
  });
  try {
    return await send();
  } catch (error) {
    // PostgreSQL's words may hold a row's values.
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}
