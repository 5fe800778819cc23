import type { SliceDatabase } from "../database/sliceDatabase";

/** How far a slice's audit is sealed. Ages are in seconds. */
export interface AuditState {
  readonly blocks: number;
  /** The hash of the newest block, in hexadecimal; null before the first. Kept elsewhere, it anchors the chain. */
  readonly head: string | null;
  /** How old the oldest row is that no block holds yet; null where all are sealed. */
  readonly oldestUnsealedSeconds: number | null;
}

/** Reads how far the audit is sealed; no viewer is needed, for it names nobody. */
export async function auditState(database: SliceDatabase): Promise<AuditState> {
  const [state] = await database.dataSource.query<readonly AuditState[]>(`/* ${database.slice}.audit.state */
    SELECT blocks::int AS blocks, head,
      extract(epoch FROM clock_timestamp() - oldest_unsealed_at)::float8 AS "oldestUnsealedSeconds"
    FROM corespond.audit_state()`);
  return state ?? { blocks: 0, head: null, oldestUnsealedSeconds: null };
}
