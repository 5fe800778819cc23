import { Client } from "pg";
import { DataSource, type MigrationInterface } from "typeorm";

import { auditAccessSql } from "../audit/audit.policy";
import { continueAuditSql } from "../audit/auditChainSql";
import { accessOf, type AnyPolicy } from "../policy/policy";
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
  /** The key with which the gateway signs viewers for this slice. */
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
    await client.query(
      "INSERT INTO corespond.viewer_key (key) VALUES (convert_to($1, 'UTF8')) ON CONFLICT DO NOTHING",
      [options.viewerKey],
    );
    await client.query("DELETE FROM corespond.viewer_key WHERE key <> convert_to($1, 'UTF8')", [options.viewerKey]);
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
