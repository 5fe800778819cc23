import type { ClientBase, Pool, PoolClient } from "pg";

import { namedText } from "../database/statement";
import { invariant } from "../errors/invariant";
import { ImportError } from "./importError";
import { systemErrorCode } from "./systemErrorCode";

/** The connection of an import, within a transaction of its session. */
export type ImportClient = ClientBase;

/** What an import's connection needs. */
export interface ImportSessionOptions {
  /** Connections as `<slice>_app`, at least two, not pipelined: COPY cannot share a pipelined connection. */
  readonly pool: Pool;
  /** A signed viewer who sees and may write every row of the targets, asked for anew for each transaction. */
  readonly viewerToken: () => string | undefined;
  /** Does everything and keeps nothing: all transactions are one, which is rolled back. */
  readonly dryRun?: boolean | undefined;
  /** Ends the import, also in the midst of a statement; the transaction that runs is rolled back. */
  readonly signal?: AbortSignal | undefined;
}

/** One connection on which an import's transactions follow each other, without time limits. */
export interface ImportSession {
  transaction<T>(act: (client: ClientBase) => Promise<T>): Promise<T>;
}

/** Runs `act` with a connection of its own. A database has one import at a time. */
export async function inImportSession<T>(
  options: ImportSessionOptions,
  act: (session: ImportSession) => Promise<T>,
): Promise<T> {
  options.signal?.throwIfAborted();
  const client = await connect(options.pool);
  const stopWatching = watch(client, options);
  const session = new TransactionsOfOne(client, options);
  try {
    await lock(client);
    const result = await act(session);
    await session.end();
    await unlock(client);
    return result;
  } catch (error) {
    session.usable = session.usable && (await rolledBack(client));
    throw session.usable || error instanceof ImportError ? error : connectionLost();
  } finally {
    stopWatching();
    client.release(!session.usable);
  }
}

class TransactionsOfOne implements ImportSession {
  usable = true;
  #open = false;

  constructor(
    private readonly client: ClientBase,
    private readonly options: ImportSessionOptions,
  ) {}

  async transaction<T>(act: (client: ClientBase) => Promise<T>): Promise<T> {
    if (!this.#open) await begin(this.client, this.options.viewerToken());
    this.#open = true;
    const result = await act(this.client);
    if (!this.options.dryRun) await this.end();
    return result;
  }

  /** Commits what is open, or gives it up after a trial run. */
  async end(): Promise<void> {
    if (!this.#open) return;
    const dryRun = this.options.dryRun === true;
    // A rollback alone would not run the constraints that wait for the commit.
    if (dryRun) await this.client.query("SET CONSTRAINTS ALL IMMEDIATE");
    const { command } = await this.client.query(dryRun ? "ROLLBACK" : "COMMIT");
    this.#open = false;
    // PostgreSQL answers COMMIT with ROLLBACK, and no error, where a statement of the transaction had failed.
    invariant(dryRun || command === "COMMIT", "An import lets no error of its transaction pass");
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

const lockKey = "hashtextextended('corespond.import', 0)";

async function lock(client: ClientBase): Promise<void> {
  const text = `SELECT pg_try_advisory_lock(${lockKey}) AS free`;
  const { rows } = await client.query<{ free: boolean }>(namedText({ name: "import.lock", text }));
  if (rows[0]?.free) return;
  throw new ImportError("BUSY", {
    problem: "another import into this database is running",
    remedy: "Start this one when it is done.",
  });
}

async function unlock(client: ClientBase): Promise<void> {
  await client.query(namedText({ name: "import.unlock", text: `SELECT pg_advisory_unlock(${lockKey})` }));
}

async function begin(client: ClientBase, viewerToken = ""): Promise<void> {
  // An import takes as long as its file is large, and waits for the file as well as for the server.
  const unlimited = ["statement_timeout", "idle_in_transaction_session_timeout", "transaction_timeout"];
  await client.query(["BEGIN", ...unlimited.map((limit) => `SET LOCAL ${limit} = 0`)].join("; "));
  await client.query("SELECT set_config('corespond.viewer', $1, true)", [viewerToken]);
}

async function rolledBack(client: ClientBase): Promise<boolean> {
  try {
    await client.query("ROLLBACK");
    await client.query(namedText({ name: "import.unlockAll", text: "SELECT pg_advisory_unlock_all()" }));
    return true;
  } catch {
    // The connection is gone, and with it the transaction and the lock.
    return false;
  }
}

const connectionLost = (): ImportError =>
  new ImportError("DATABASE_UNAVAILABLE", {
    problem: "the connection to the database was lost",
    remedy: "Check its server, then start the import again.",
  });

/** Keeps a lost connection from ending the process, and has the running statement given up when the signal comes. */
function watch(client: PoolClient, { pool, signal }: ImportSessionOptions): () => void {
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
