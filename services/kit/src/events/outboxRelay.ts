import { Client, type PoolClient } from "pg";
import type { Logger } from "pino";

import type { SliceDatabase } from "../database/sliceDatabase";
import type { EventEnvelope } from "./eventEnvelope";
import { forgetOld } from "./forgetOld";

/** A slice that wants events, and how they reach it. Rejects where it did not take them all. */
export interface EventSubscriber {
  readonly slice: string;
  wants(event: { readonly source: string; readonly type: string }): boolean;
  deliver(events: readonly EventEnvelope[]): Promise<void>;
}

/** What a relay needs. `appUrl` is for the connection that listens. */
export interface OutboxRelayOptions {
  readonly database: SliceDatabase;
  readonly appUrl: string;
  readonly subscribers: readonly EventSubscriber[];
  readonly log: Logger;
}

interface WaitingEvent extends EventEnvelope {
  readonly deliveredTo: readonly string[];
  readonly attempts: number;
}

const batchSize = 100;
const sweepEveryMs = 5_000;
const forgetEveryMs = 60 * 60_000;

/** After so many events in a row that a subscriber does not take, it is left alone until the next attempt. */
const mostRefusals = 3;

/**
 * The next event of every entity that has one waiting. Only the oldest waiting event of an entity is ever claimed, and
 * it stays locked while it is delivered, so several relays keep the order per entity.
 */
const claimSql = `
  SELECT o.id, o.type, o.entity_id AS "entityId", o.payload, o.occurred_at AS "occurredAt", o.delivered_to AS "deliveredTo", o.attempts
  FROM outbox o
  WHERE o.published_at IS NULL AND o.next_attempt_at <= clock_timestamp()
    AND NOT EXISTS (
      SELECT FROM outbox earlier
      WHERE earlier.entity_id = o.entity_id AND earlier.sequence < o.sequence AND earlier.published_at IS NULL)
  ORDER BY o.sequence LIMIT ${String(batchSize)} FOR UPDATE OF o SKIP LOCKED`;

const deliveredSql = `UPDATE outbox SET published_at = clock_timestamp(), delivered_to = $2 WHERE id = $1`;

const failedSql = `
  UPDATE outbox SET attempts = attempts + 1, delivered_to = $2,
    next_attempt_at = clock_timestamp() + make_interval(secs => least(60, power(2, least(attempts, 6))))
  WHERE id = $1`;

/** Carries a slice's outbox to its subscribers: at least once, in order per entity. */
export class OutboxRelay {
  readonly #options: OutboxRelayOptions;
  #listener: Client | undefined;
  #sweep: NodeJS.Timeout | undefined;
  #forget: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #wanted = false;
  #stopped = false;

  constructor(options: OutboxRelayOptions) {
    this.#options = options;
  }

  /** Listens for new events, and sweeps for those whose delivery has to be tried again. */
  async start(): Promise<void> {
    const listener = new Client({
      connectionString: this.#options.appUrl,
      application_name: `corespond relay ${this.#options.database.slice}`,
    });
    listener.on("notification", () => void this.wake());
    listener.on("error", (error) =>
      this.#options.log.warn({ code: (error as { code?: string }).code }, "relay lost its listener; it sweeps"),
    );
    await listener.connect();
    await listener.query("LISTEN corespond_outbox");
    this.#listener = listener;
    this.#sweep = setInterval(() => void this.wake(), sweepEveryMs);
    this.#forget = setInterval(() => void this.#forgetOld(), forgetEveryMs);
    void this.wake();
    void this.#forgetOld();
  }

  /** Carries what is waiting now; resolves when nothing more can be delivered at this moment. */
  async wake(): Promise<void> {
    if (this.#stopped) return;
    if (this.#wanted) return await this.#running;
    this.#wanted = true;
    this.#running = this.#running.then(async () => {
      this.#wanted = false;
      try {
        while (!this.#stopped && (await this.#carryBatch())) continue;
      } catch (error) {
        this.#options.log.error({ err: error }, "relay could not carry a batch");
      }
    });
    return await this.#running;
  }

  /** Stops after the batch under way; stopping again is nothing. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#sweep);
    clearInterval(this.#forget);
    await this.#running;
    const listener = this.#listener;
    this.#listener = undefined;
    await listener?.end();
  }

  async #forgetOld(): Promise<void> {
    if (this.#stopped) return;
    this.#running = this.#running.then(async () => {
      await forgetOld(this.#options.database).catch((error: unknown) =>
        this.#options.log.warn({ err: error }, "what has been kept long enough could not be removed"),
      );
    });
    await this.#running;
  }

  /** Carries one batch; true where there may be more. */
  async #carryBatch(): Promise<boolean> {
    const client = await this.#options.database.connect();
    let failure: Error | undefined;
    try {
      await client.query("BEGIN");
      const { rows } = await client.query<WaitingEvent>(
        `/* ${this.#options.database.slice}.outbox.claim */ ${claimSql}`,
      );
      const progress = await this.#carry(client, rows);
      await client.query("COMMIT");
      return progress > 0;
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.release(failure);
    }
  }

  async #carry(client: PoolClient, rows: readonly WaitingEvent[]): Promise<number> {
    const events = rows.map((row) => ({
      ...row,
      source: this.#options.database.slice,
      occurredAt: new Date(row.occurredAt).toISOString(),
    }));
    const taken = new Map<string, ReadonlySet<string>>();
    for (const subscriber of this.#options.subscribers) {
      const wanted = events.filter((event) => subscriber.wants(event) && !event.deliveredTo.includes(subscriber.slice));
      taken.set(subscriber.slice, await this.#deliverAll(subscriber, wanted));
    }
    let published = 0;
    for (const event of events) {
      const wantedBy = this.#options.subscribers
        .filter((subscriber) => subscriber.wants(event))
        .map(({ slice }) => slice);
      const delivered = wantedBy.filter(
        (slice) => event.deliveredTo.includes(slice) || taken.get(slice)?.has(event.id) === true,
      );
      const complete = delivered.length === wantedBy.length;
      await client.query(complete ? deliveredSql : failedSql, [event.id, delivered]);
      if (complete) published += 1;
    }
    return published;
  }

  /**
   * Delivers new events together, and those that were refused before one by one, so that one which nobody can handle
   * keeps no other back. Answers the ids of those that were taken.
   */
  async #deliverAll(subscriber: EventSubscriber, events: readonly WaitingEvent[]): Promise<ReadonlySet<string>> {
    const taken = new Set<string>();
    const deliver = async (some: readonly WaitingEvent[]): Promise<boolean> => {
      const ok = some.length === 0 || (await this.#deliver(subscriber, some));
      if (ok) for (const { id } of some) taken.add(id);
      return ok;
    };
    await deliver(events.filter(({ attempts }) => attempts === 0));
    let refusals = 0;
    for (const event of events.filter(({ attempts }) => attempts > 0)) {
      refusals = (await deliver([event])) ? 0 : refusals + 1;
      if (refusals === mostRefusals) break;
    }
    return taken;
  }

  async #deliver(subscriber: EventSubscriber, events: readonly WaitingEvent[]): Promise<boolean> {
    try {
      await subscriber.deliver(events.map(({ deliveredTo: _, attempts: __, ...event }) => event));
      return true;
    } catch (error) {
      this.#options.log.warn(
        { err: error, subscriber: subscriber.slice, events: events.length },
        "delivery will be tried again",
      );
      return false;
    }
  }
}
