import { Client, Pool } from "pg";

import { createTestDatabase } from "../../../../../test/kit/database.js";
import { accessSql } from "../../database/accessSql";

/** A database with a small hierarchy of tables under forced row-level security, and ways to look at it. */
export interface ItemDatabase {
  /** Connects as the application, which only writes what the viewer "system" may. */
  readonly pool: Pool;
  /** Runs SQL that row-level security does not hold back. */
  look<R extends object>(sql: string, values?: readonly unknown[]): Promise<readonly R[]>;
  close(): Promise<void>;
}

/** The viewer that may import. */
export const viewerToken = "system";

const tables = `
  CREATE TABLE area (id uuid PRIMARY KEY, external_id text NOT NULL UNIQUE, name text);
  CREATE TABLE item (
    id uuid PRIMARY KEY,
    external_id text NOT NULL UNIQUE,
    name text,
    code varchar(8),
    size integer CHECK (size < 1000),
    price numeric(8, 2),
    on_day date,
    details jsonb,
    tags text[],
    area_id uuid REFERENCES area,
    parent_id uuid REFERENCES item,
    changes integer NOT NULL DEFAULT 0
  );
  CREATE TABLE ranked (
    id uuid PRIMARY KEY,
    external_id text NOT NULL UNIQUE,
    rank integer UNIQUE DEFERRABLE INITIALLY DEFERRED
  );`;

const isSystem = "current_setting('corespond.viewer', true) = 'system'";

/** Makes the database and its pool. */
export async function openItemDatabase(): Promise<ItemDatabase> {
  const database = await createTestDatabase({ slice: "kititem", migrate });
  const superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const pool = new Pool({ connectionString: database.appUrl, max: 3 });
  return {
    pool,
    look: async <R extends object>(sql: string, values: readonly unknown[] = []) =>
      (await superuser.query(sql, [...values])).rows as R[],
    close: async () => {
      await pool.end();
      await superuser.end();
      await database.drop();
    },
  };
}

async function migrate(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const access = { select: isSystem, insert: isSystem, update: isSystem };
  const roles = { app: "kititem_app", owner: "kititem_owner" };
  await owner.query(tables);
  for (const table of ["area", "item", "ranked"]) await owner.query(accessSql({ table, ...access }, roles));
  await owner.end();
}
