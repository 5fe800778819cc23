import { v7 as uuidv7 } from "uuid";

import type { WriteTransaction } from "../database/writeTransaction";

/** An event that a transaction puts into its slice's outbox. Events of one `entityId` are delivered in order. */
export interface NewEvent {
  /** `noun.verb-in-past`, such as `call.recorded`. */
  readonly type: string;
  readonly entityId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Adds an event to the outbox of the transaction whose change it tells of. */
export async function insertOutbox(transaction: WriteTransaction, event: NewEvent): Promise<void> {
  await transaction.query({
    name: `${transaction.context.database.slice}.outbox.insert`,
    text: "INSERT INTO outbox (id, type, entity_id, payload) VALUES ($1, $2, $3, $4)",
    values: [uuidv7(), event.type, event.entityId, JSON.stringify(event.payload)],
  });
}
