import type { EmbeddedPostgres } from "./embeddedPostgres";
import { ensureSliceDatabase } from "./sliceDatabase";
import { newDataFolder, removeDataFolders } from "./testing/dataFolder";
import { query, queryUrl } from "./testing/query";
import { startQuickServer } from "./testing/startQuickServer";

describe("a slice's database", () => {
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    server = await startQuickServer(newDataFolder());
  });
  afterAll(async () => {
    await server.stop();
    removeDataFolders();
  });

  test("is made once, also by several at once, and keeps its passwords", async () => {
    const made = await Promise.all([1, 2, 3].map(() => ensureSliceDatabase(server, "people")));
    expect(made.map(({ created }) => created).sort()).toEqual([false, false, true]);
    const again = await ensureSliceDatabase(server, "people");
    expect(again).toEqual({ ...made[0], created: false });
    expect(again.ownerUrl).not.toContain(new URL(again.appUrl).password);
    expect(await queryUrl(again.appUrl, "SELECT current_user AS role, current_database() AS database")).toEqual([
      { role: "people_app", database: "people" },
    ]);
  });

  test("gives its two roles no more than they need", async () => {
    await ensureSliceDatabase(server, "referrals");
    const roles = await query(
      server,
      `SELECT rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
              (SELECT count(*)::int FROM pg_database WHERE datdba = r.oid) AS databases,
              has_database_privilege(rolname, 'referrals', 'CONNECT') AS connects,
              has_database_privilege(rolname, 'referrals', 'TEMP') AS temporary
       FROM pg_roles r WHERE rolname LIKE 'referrals%' ORDER BY rolname`,
    );
    const neither = {
      rolcanlogin: true,
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
    };
    expect(roles).toEqual([
      { rolname: "referrals_app", ...neither, databases: 0, connects: true, temporary: true },
      { rolname: "referrals_owner", ...neither, databases: 1, connects: true, temporary: true },
    ]);
  });

  test("is closed to the roles of other slices, and lets its application change nothing of its shape", async () => {
    const people = await ensureSliceDatabase(server, "people");
    const agencies = await ensureSliceDatabase(server, "agencies");
    const astray = Object.assign(new URL(agencies.ownerUrl), { pathname: "/people" }).href;
    await expect(queryUrl(astray, "SELECT 1")).rejects.toThrow(/permission denied for database/);
    await expect(queryUrl(people.appUrl, "CREATE TABLE mine ()")).rejects.toThrow(
      /permission denied for schema public/,
    );
    await queryUrl(people.ownerUrl, "CREATE TABLE migrated (); CREATE TEMPORARY TABLE staged (line text)");
    await expect(queryUrl(people.appUrl, "ALTER TABLE migrated ADD COLUMN x int")).rejects.toThrow(/must be owner/);
  });

  test("has the extensions that slices build on, usable by both roles", async () => {
    const { ownerUrl, appUrl } = await ensureSliceDatabase(server, "resources");
    const statement = `SELECT encode(hmac('text', 'key', 'sha256'), 'hex') <> '' AS pgcrypto, similarity('anna', 'ana') > 0 AS pg_trgm,
      daitch_mokotoff('Testperson') <> '{}' AS fuzzystrmatch, unaccent('José') = 'Jose' AS unaccent, 1 <-> 2 = 1 AS btree_gist`;
    const all = { pgcrypto: true, pg_trgm: true, fuzzystrmatch: true, unaccent: true, btree_gist: true };
    expect(await queryUrl(ownerUrl, statement)).toEqual([all]);
    expect(await queryUrl(appUrl, statement)).toEqual([all]);
  });

  test("refuses a name that is not plain", async () => {
    await expect(ensureSliceDatabase(server, 'x"; DROP DATABASE people')).rejects.toThrow(/but got/);
  });
});
