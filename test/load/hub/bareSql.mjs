import { randomUUID } from "node:crypto";

import pg from "pg";

/** Sends transactions that were recorded once more, by `pg` and nothing else, as the same role and the same viewer. */
export class BareSql {
  #pools = new Map();

  /** The milliseconds of each transaction, one after the other. */
  async replay(trips) {
    const times = [];
    for (const trip of trips) {
      const client = await this.#poolOf(trip).connect();
      const statements = trip.statements.map(anew);
      const startedAt = performance.now();
      try {
        // In one trip and one write, as the hub sends them.
        client.connection.stream.cork();
        const sent = statements.map((statement) => client.query(statement));
        client.connection.stream.uncork();
        await Promise.all(sent);
      } finally {
        client.release();
      }
      times.push(performance.now() - startedAt);
    }
    return times;
  }

  async close() {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }

  #poolOf({ connection: { host, port, database, user, password } }) {
    const key = `${user}@${host}:${port}/${database}`;
    const known = this.#pools.get(key);
    if (known) return known;
    const pool = new pg.Pool({ ...{ host, port, database, user, password }, max: 1, pipeline: true });
    this.#pools.set(key, pool);
    return pool;
  }
}

/** An audit row is written once: the same row again has another id. */
const anew = (statement) =>
  statement.text.includes(".audit.insert */")
    ? { ...statement, values: [randomUUID(), ...statement.values.slice(1)] }
    : statement;
