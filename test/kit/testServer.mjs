import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import launcher from "../../hub/src/postgres/launchSupervisor.cjs";
import config from "./config.js";

const cacheFolder = path.join(import.meta.dirname, "../../node_modules/.cache/corespond-postgres");

let own;

const checkGiven = async (url) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(
      `The PostgreSQL server that CORESPOND_TEST_POSTGRES_URL names (${new URL(url).host}) does not answer: ${error.message}. ` +
        "Start it, or unset the variable: the tests then bring their own.",
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
};

const startOwn = async () => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "corespond-test-"));
  own = await launcher.launchSupervisor({ dataFolder, durable: false, temporary: true, cacheFolder });
  const { user, password } = own.superuser;
  return `postgres://${user}:${password}@${own.host}:${own.port}/postgres`;
};

/** Has one PostgreSQL server ready for this test run, and announces it to the workers. */
export async function startTestServer() {
  if (own) return;
  const given = config.givenServerUrl();
  if (given) await checkGiven(given);
  config.announceServer(given ?? (await startOwn()));
}

const dropDatabasesOfRun = async ({ url, run }) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const pattern = `^(tpl|t)_[a-z0-9_]+_${run}[0-9a-f]{8}$`;
    const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname ~ $1", [pattern]);
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  } finally {
    await client.end();
  }
};

/** Stops our server and removes its folder; on a server that was given, removes only what this run made. */
export async function stopTestServer() {
  if (own) await own.stop();
  else await dropDatabasesOfRun(config.testServer());
  own = undefined;
}
