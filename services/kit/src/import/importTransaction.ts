import type { ClientBase, Pool, PoolClient } from "pg";

import { namedText } from "../database/statement";
import { invariant } from "../errors/invariant";
import { ImportError } from "./importError";
import { systemErrorCode } from "./systemErrorCode";

/** What an import's transaction needs. */
export interface ImportTransactionOptions {
  /** Connections as `<slice>_app`, at least two, not pipelined: COPY cannot share a pipelined connection. */
  readonly pool: Pool;
  /** A signed viewer who sees and may write every row of the targets. */
  readonly viewerToken?: string | undefined;
  /** Does everything and keeps nothing. */
  readonly dryRun?: boolean | undefined;
  /** Ends the import, also in the midst of a statement; everything is rolled back. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs `act` in one transaction without time limits, of which a database has one at a time. */
export async function inImportTransaction<T>(
  options: ImportTransactionOptions,
  act: (client: ClientBase) => Promise<T>,
): Promise<T> {
  options.signal?.throwIfAborted();
  const client = await connect(options.pool);
  const stopWatching = watch(client, options);
  let usable = false;
  try {
    await begin(client, options.viewerToken);
    const result = await act(client);
    await end(client, options.dryRun === true);
    usable = true;
    return result;
  } catch (error) {
    usable = await rolledBack(client);
    throw usable || error instanceof ImportError ? error : connectionLost();
  } finally {
    stopWatching();
    client.release(!usable);
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new ImportError("DATABASE_UNAVAILABLE", {
      problem: `the database cannot be reached (${systemErrorCode(error) ?? "no answer"})`,
      remedy: "Check that its server runs and the address is right.",
    });
  }
}

async function begin(client: ClientBase, viewerToken = ""): Promise<void> {
  await client.query("BEGIN");
  // An import takes as long as its file is large, and waits for the file as well as for the server.
  await client.query("SET LOCAL statement_timeout = 0");
  await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
  await client.query("SET LOCAL transaction_timeout = 0");
  await client.query("SELECT set_config('corespond.viewer', $1, true)", [viewerToken]);
  const text = "SELECT pg_try_advisory_xact_lock(hashtextextended('corespond.import', 0)) AS free";
  const { rows } = await client.query<{ free: boolean }>(namedText({ name: "import.lock", text }));
  if (rows[0]?.free) return;
  throw new ImportError("BUSY", {
    problem: "another import into this database is running",
    remedy: "Start this one when it is done.",
  });
}

async function end(client: ClientBase, dryRun: boolean): Promise<void> {
  // A rollback alone would not run the constraints that wait for the commit.
  if (dryRun) await client.query("SET CONSTRAINTS ALL IMMEDIATE");
  const { command } = await client.query(dryRun ? "ROLLBACK" : "COMMIT");
  // PostgreSQL answers COMMIT with ROLLBACK, and no error, where a statement of the transaction had failed.
  invariant(dryRun || command === "COMMIT", "An import lets no error of its transaction pass");
}

async function rolledBack(client: ClientBase): Promise<boolean> {
  try {
    await client.query("ROLLBACK");
    return true;
  } catch {
    // The connection is gone, and with it the transaction.
    return false;
  }
}

const connectionLost = (): ImportError =>
  new ImportError("DATABASE_UNAVAILABLE", {
    problem: "the connection to the database was lost",
    remedy: "Check its server, then start the import again.",
  });

/** Keeps a lost connection from ending the process, and has the running statement given up when the signal comes. */
function watch(client: PoolClient, { pool, signal }: ImportTransactionOptions): () => void {
  const { processID } = client as PoolClient & { readonly processID: number | null };
  // The statement that is running, or the next one, fails with it.
  const ignore = (): void => undefined;
  let running = true;
  const cancel = async (): Promise<void> => {
    const other = await pool.connect();
    try {
      // Again and again, since a request that comes between two statements is forgotten.
      while (running) await other.query("SELECT pg_cancel_backend($1), pg_sleep(0.1)", [processID]);
    } finally {
      other.release();
    }
  };
  // Where the server cannot be asked, the statement runs to its end and the import stops there.
  const onAbort = (): void => void cancel().catch(ignore);
  client.on("error", ignore);
  signal?.addEventListener("abort", onAbort, { once: true });
  return () => {
    running = false;
    client.off("error", ignore);
    signal?.removeEventListener("abort", onAbort);
  };
}
