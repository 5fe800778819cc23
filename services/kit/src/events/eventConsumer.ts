import type { WriteTransaction } from "../database/writeTransaction";
import type { EventEnvelope } from "./eventEnvelope";

/** What a slice does with one type of event, inside the transaction that also notes it in the inbox. */
export type EventHandler = (transaction: WriteTransaction, event: EventEnvelope) => Promise<void>;

/** The events that a slice consumes: `{ agencies: { "call.recorded": handler } }`. */
export type EventHandlers = Readonly<Record<string, Readonly<Record<string, EventHandler>>>>;

/** Tells whether a slice wants an event. */
export function consumes(handlers: EventHandlers, event: { readonly source: string; readonly type: string }): boolean {
  return handlers[event.source]?.[event.type] !== undefined;
}
