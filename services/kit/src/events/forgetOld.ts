import type { SliceDatabase } from "../database/sliceDatabase";

/**
 * How long what only guards against repetition is kept: idempotency keys as long as their description promises,
 * delivered events for whoever looks into a fault, the inbox far longer than a relay ever tries again.
 */
const kept = [
  { table: "idempotency", olderThan: "recorded_at < clock_timestamp() - interval '7 days'" },
  { table: "outbox", olderThan: "published_at < clock_timestamp() - interval '30 days'" },
  { table: "inbox", olderThan: "received_at < clock_timestamp() - interval '180 days'" },
] as const;

/** Removes what has been kept long enough. */
export async function forgetOld(database: SliceDatabase): Promise<void> {
  for (const { table, olderThan } of kept)
    await database.dataSource.query(`/* ${database.slice}.${table}.forget */ DELETE FROM ${table} WHERE ${olderThan}`);
}
