import { Client } from "pg";
import { DataSource, type MigrationInterface } from "typeorm";

import { auditAccessSql } from "../audit/audit.policy";
import { continueAuditSql } from "../audit/auditChainSql";
import { accessOf, type AnyPolicy } from "../policy/policy";
import { keysOf } from "../config/keysOf";
import { accessSql, foundationAccessSql } from "./accessSql";
import { viewerListsSql } from "./viewerListsSql";

/** A migration's class: its name ends in 13 digits, by which TypeORM orders them. */
export type Migration = new () => MigrationInterface;

/** What the owner needs to bring a slice's database up to date. */
export interface MigrateOptions {
  readonly slice: string;
  readonly ownerUrl: string;
  /** The role that the slice runs as; it exists already. */
  readonly appRole: string;
  /** The key with which the gateway signs viewers for this slice, or `new,old` while it is being replaced. */
  readonly viewerKey: string;
  readonly migrations: readonly Migration[];
  readonly policies: readonly AnyPolicy[];
  /** SQL run after the access rules, repeatable: search functions that carry a policy's condition, grants. */
  readonly afterAccess?: (appRole: string) => string;
}

/**
 * Brings a slice's database up to date: the migrations that have not run yet, then the access rules, which are made
 * anew from the policies each time so that the database can never hold an older rule than the code.
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  await runMigrations(options);
  const client = new Client({
    connectionString: options.ownerUrl,
    application_name: `corespond migrate ${options.slice}`,
  });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(hashtext('corespond.migrate'))");
    const owner = (await client.query<{ owner: string }>("SELECT current_user AS owner")).rows[0]?.owner ?? "";
    await keepViewerKeys(client, keysOf(options.viewerKey));
    await client.query(continueAuditSql);
    await client.query(viewerListsSql);
    await client.query(foundationAccessSql(options.appRole));
    await client.query(auditAccessSql({ app: options.appRole, owner }));
    for (const access of accessOf(options.policies))
      await client.query(accessSql(access, { app: options.appRole, owner }));
    if (options.afterAccess) await client.query(options.afterAccess(options.appRole));
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

/** The database checks viewers with the keys of the setting, and with no other any more. */
async function keepViewerKeys(client: Client, keys: readonly string[]): Promise<void> {
  const given = "SELECT convert_to(given, 'UTF8') FROM unnest($1::text[]) AS given";
  await client.query(`INSERT INTO corespond.viewer_key (key) ${given} ON CONFLICT DO NOTHING`, [keys]);
  await client.query(`DELETE FROM corespond.viewer_key WHERE key NOT IN (${given})`, [keys]);
}

async function runMigrations({ slice, ownerUrl, migrations }: MigrateOptions): Promise<void> {
  const dataSource = new DataSource({
    type: "postgres",
    url: ownerUrl,
    migrations: [...migrations],
    migrationsTableName: "migration",
    migrationsTransactionMode: "all",
    installExtensions: false,
    logging: false,
    applicationName: `corespond migrate ${slice}`,
    extra: { max: 1, connectionTimeoutMillis: 5_000 },
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}
