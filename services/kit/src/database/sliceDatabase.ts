import { Pool, type PoolClient } from "pg";
import { DataSource, type EntityTarget, type ObjectLiteral } from "typeorm";

import { invariant } from "../errors/invariant";
import { columnParsers } from "./columnParsers";

/** How a slice reaches its database. */
export interface SliceDatabaseOptions {
  readonly slice: string;
  /** The URL of the role `<slice>_app`, which owns nothing and is held by row-level security. */
  readonly appUrl: string;
  readonly rows: readonly EntityTarget<ObjectLiteral>[];
  readonly poolSize?: number;
}

/** A slice's database as its running code sees it. */
export interface SliceDatabase {
  readonly slice: string;
  readonly dataSource: DataSource;
  connect(): Promise<PoolClient>;
  /** The pool for COPY and cursors, which cannot share a pipelined connection; it connects when first used. */
  readonly copyPool: Pool;
  close(): Promise<void>;
}

/** Four slices of 8 connections, their relays and importers stay below an embedded server's 100. */
const defaultPoolSize = 8;

const statementTimeoutMs = 15_000;

/** Opens the pool that loaders, services and hand-written SQL of a slice share. */
export async function openSliceDatabase(options: SliceDatabaseOptions): Promise<SliceDatabase> {
  const { slice, appUrl, rows, poolSize = defaultPoolSize } = options;
  const dataSource = new DataSource({
    type: "postgres",
    url: appUrl,
    entities: [...rows] as never[],
    synchronize: false,
    installExtensions: false,
    logging: false,
    applicationName: `corespond ${slice}`,
    extra: {
      max: poolSize,
      pipeline: true,
      types: columnParsers,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs,
    },
  });
  await dataSource.initialize();
  const pool = poolOf(dataSource);
  surviveLostConnections(pool);
  const copyPool = new Pool({
    connectionString: appUrl,
    max: 2,
    types: columnParsers,
    application_name: `corespond ${slice} import`,
    connectionTimeoutMillis: 5_000,
  });
  surviveLostConnections(copyPool);
  return {
    slice,
    dataSource,
    connect: () => pool.connect(),
    copyPool,
    async close() {
      await Promise.all([dataSource.destroy(), copyPool.end()]);
    },
  };
}

/**
 * A server that ends a connection makes pg tell its client where it is in use, and its pool where it is idle; without a
 * listener either ends the process. The statement that meets the lost connection fails, which is enough.
 */
function surviveLostConnections(pool: Pool): void {
  const survive = (): void => undefined;
  pool.on("error", survive).on("connect", (client) => client.on("error", survive));
}

function poolOf(dataSource: DataSource): Pool {
  const { master } = dataSource.driver as unknown as { master?: Pool };
  invariant(master, "TypeORM's PostgreSQL driver keeps its pool as `master`");
  return master;
}
