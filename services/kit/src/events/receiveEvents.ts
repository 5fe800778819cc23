import type { RequestContext } from "../context/requestContext";
import { inTransaction } from "../database/writeTransaction";
import type { EventEnvelope } from "./eventEnvelope";
import type { EventHandlers } from "./eventConsumer";

/**
 * Handles events that another slice's relay delivers. Each is noted in the inbox and handled in one transaction, so
 * that an event which comes twice, or comes again after a crash, has its effect once. An event that cannot be handled
 * keeps none of the others back; the first such failure is thrown at the end.
 */
export async function receiveEvents(
  context: RequestContext,
  handlers: EventHandlers,
  events: readonly EventEnvelope[],
): Promise<void> {
  const failures: unknown[] = [];
  for (const event of events) {
    const handle = handlers[event.source]?.[event.type];
    if (!handle) continue;
    await inTransaction(context, async (transaction) => {
      const noted = await transaction.query({
        name: `${context.database.slice}.inbox.note`,
        text: "INSERT INTO inbox (event_id, source, type) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING event_id",
        values: [event.id, event.source, event.type],
      });
      if (noted.length > 0) await handle(transaction, event);
    }).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}
