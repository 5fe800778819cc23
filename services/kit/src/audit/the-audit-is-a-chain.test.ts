import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { Client } from "pg";

import { createTestDatabase } from "../../../../test/kit/database";
import { migrate } from "../database/migrate";
import { startTestSlice, testViewer, testViewerKey, type TestSlice } from "../testing/index";
import { notesSlice } from "../testing/notes/notesSlice";
import { Role } from "../viewer/role";
import { signViewer } from "../viewer/viewerToken";
import { exportAudit } from "./exportAudit";
import { purgeAudit } from "./purgeAudit";
import { sealAudit } from "./sealAudit";
import { verifyAudit, type VerifiedBlock } from "./verifyAudit";

let notes: TestSlice;
beforeEach(async () => {
  notes = await startTestSlice(notesSlice, createTestDatabase);
});
afterEach(async () => {
  await notes.stop();
});

const contextOf = () => notes.slice.systemContext("audit");

async function all<T>(found: AsyncGenerator<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of found) items.push(item);
  return items;
}

const seal = () => all(sealAudit(contextOf));
const verify = () => all(verifyAudit(contextOf));
const faultsOf = (blocks: readonly VerifiedBlock[]) => blocks.flatMap(({ faults }) => faults);

const insertSql = (count: number, recordedAt = "clock_timestamp()") => `
  INSERT INTO audit_entry (id, request_id, viewer_role, client, purpose, operation, action, subjects, record_ids, fields, basis, withheld, recorded_at)
  SELECT gen_random_uuid(), 'r' || n, 'OFFICER', 'c', 'COC', 'o', 'READ', '{}', '{}', '{}', '{}', '{}', ${recordedAt}
  FROM generate_series(1, ${String(count)}) n RETURNING id`;

const addRows = async (count: number, recordedAt?: string): Promise<readonly string[]> =>
  (await notes.owner<{ id: string }>(insertSql(count, recordedAt))).map(({ id }) => id);

test("sealed blocks follow each other and hold every row once", async () => {
  await addRows(2_300);
  expect((await seal()).map(({ number, rows }) => [number, rows])).toEqual([
    [1, 1_000],
    [2, 1_000],
    [3, 300],
  ]);
  expect(await seal()).toEqual([]);
  const verified = await verify();
  expect(verified.map(({ rows }) => rows)).toEqual([1_000, 1_000, 300]);
  expect(faultsOf(verified)).toEqual([]);
});

test.each<[string, string, (ids: readonly string[]) => readonly (readonly [string, string])[]]>([
  ["removed", "DELETE FROM audit_entry WHERE id = $1 AND $2::uuid IS NOT NULL", ([a = ""]) => [["ROW_REMOVED", a]]],
  [
    "changed",
    "UPDATE audit_entry SET viewer_role = 'SUPERVISOR' WHERE id = $1 AND $2::uuid IS NOT NULL",
    ([a = ""]) => [["ROW_CHANGED", a]],
  ],
  [
    "dated back",
    "UPDATE audit_entry SET recorded_at = recorded_at - interval '1 hour' WHERE id = $1 AND $2::uuid IS NOT NULL",
    ([a = ""]) => [["ROW_CHANGED", a]],
  ],
  [
    "moved out of its block",
    "UPDATE audit_entry SET transaction = -transaction WHERE id IN ($1, $2)",
    ([a = "", b = ""]) => [
      ["ROW_REMOVED", a],
      ["ROW_REMOVED", b],
    ],
  ],
])("a row that was %s is found, and named", async (_what, sql, expected) => {
  const ids = await addRows(50);
  await addRows(10);
  await seal();
  const chosen = [ids[7] ?? "", ids[31] ?? ""];
  await notes.owner(sql, chosen);
  const found = faultsOf(await verify()).map(({ fault, entryId }) => `${fault} ${String(entryId)}`);
  expect(found.toSorted()).toEqual(
    expected(chosen)
      .map(([fault, id]) => `${fault} ${id}`)
      .toSorted(),
  );
});

test("rows that changed places are found, and named", async () => {
  const ids = await addRows(20);
  await seal();
  const [a = "", b = ""] = [ids[3], ids[11]];
  await notes.owner("ALTER TABLE audit_entry ALTER position DROP IDENTITY");
  await notes.owner("DROP INDEX audit_entry_order");
  await notes.owner(
    `UPDATE audit_entry e SET position = other.position FROM audit_entry other
     WHERE (e.id = $1 AND other.id = $2) OR (e.id = $2 AND other.id = $1)`,
    [a, b],
  );
  const found = faultsOf(await verify());
  expect(found.map(({ entryId }) => entryId)).toEqual(expect.arrayContaining([a, b]));
  expect(new Set(found.map(({ fault }) => fault))).toEqual(new Set(["ROW_REORDERED"]));
});

test("a row that was slipped into a sealed block is found, and named", async () => {
  await addRows(20);
  await seal();
  const [row] = await notes.owner<{ id: string }>(
    `INSERT INTO audit_entry (id, request_id, viewer_role, client, purpose, operation, action, subjects, record_ids, fields, basis, withheld, position, transaction)
     OVERRIDING SYSTEM VALUE
     SELECT gen_random_uuid(), 'r', 'OFFICER', 'c', 'COC', 'o', 'READ', '{}', '{}', '{}', '{}', '{}', 0, min(transaction)
     FROM audit_entry RETURNING id`,
  );
  expect(faultsOf(await verify())).toEqual([{ fault: "ROW_INSERTED", entryId: row?.id }]);
});

test("a block that was removed or rewritten breaks the chain", async () => {
  for (let block = 0; block < 4; block += 1) {
    await addRows(5);
    await seal();
  }
  await notes.owner("UPDATE audit_block SET row_count = 4 WHERE number = 2");
  expect(faultsOf(await verify())).toEqual([{ fault: "BLOCK_CHANGED", entryId: null }]);
  await notes.owner("DELETE FROM audit_block WHERE number = 2");
  expect(faultsOf(await verify()).map(({ fault }) => fault)).toEqual(
    expect.arrayContaining(["BLOCK_REMOVED", "CHAIN_BROKEN"]),
  );
});

test("a row whose transaction commits after the block was cut comes into a later block, and raises no alarm", async () => {
  const late = new Client({ connectionString: notes.database.ownerUrl });
  await late.connect();
  await late.query("BEGIN");
  await late.query(insertSql(1));
  await addRows(10);
  expect(await seal()).toEqual([]);
  expect((await notes.slice.auditState()).oldestUnsealedSeconds).toBeGreaterThanOrEqual(0);
  await late.query("COMMIT");
  await late.end();
  expect((await seal()).map(({ rows }) => rows)).toEqual([11]);
  expect(faultsOf(await verify())).toEqual([]);
  expect((await notes.slice.auditState()).oldestUnsealedSeconds).toBeNull();
});

test("whatever transactions run side by side while sealers run, every row is in one block and nothing is alarmed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 6 }), async (sizes) => {
      const before = (await verify()).reduce((sum, { rows }) => sum + rows, 0);
      const writers = sizes.map(async (size) => {
        const client = new Client({ connectionString: notes.database.ownerUrl });
        await client.connect();
        for (const _ of [1, 2]) await client.query(`BEGIN; ${insertSql(size)}; COMMIT`);
        await client.end();
      });
      await Promise.all([...writers, seal(), seal(), seal()]);
      await seal();
      const verified = await verify();
      expect(faultsOf(verified)).toEqual([]);
      expect(verified.reduce((sum, { rows }) => sum + rows, 0)).toBe(
        before + 2 * sizes.reduce((sum, size) => sum + size, 0),
      );
    }),
    { numRuns: 10 },
  );
});

test("a database that was restored from a dump, where the count of transactions begins anew, goes on after its blocks", async () => {
  await notes.owner("UPDATE corespond.audit_counter SET transaction_offset = 1000000");
  await addRows(3);
  await seal();
  await notes.owner("UPDATE corespond.audit_counter SET transaction_offset = 0");
  await migrate({
    ...notesSlice,
    slice: "notes",
    ownerUrl: notes.database.ownerUrl,
    appRole: "notes_app",
    viewerKey: testViewerKey,
  });
  await addRows(2);
  expect((await seal()).map(({ rows }) => rows)).toEqual([2]);
  expect(faultsOf(await verify())).toEqual([]);
});

test("L19: rows older than six years go block by block, younger ones stay, and the chain holds over what went", async () => {
  await addRows(4, "now() - interval '6 years 1 day'");
  await seal();
  await addRows(4, "now() - interval '5 years 364 days'");
  await seal();
  expect(await all(purgeAudit(contextOf, 6))).toEqual([{ number: 1, rows: 4 }]);
  await expect(all(purgeAudit(contextOf, 5))).rejects.toThrow("6 years or more");
  expect(await notes.owner("SELECT * FROM corespond.audit_purge(0)").catch((error: unknown) => error)).toMatchObject({
    code: "42501",
  });
  await seal();
  const verified = await verify();
  expect(verified.map(({ purged }) => purged)).toEqual([true, false, false]);
  expect(faultsOf(verified)).toEqual([]);
  expect(await notes.owner("SELECT FROM audit_entry WHERE action = 'purgeAudit'")).toHaveLength(1);
});

test("L19: a purge that came too early is found", async () => {
  await addRows(4);
  await seal();
  await notes.owner("DELETE FROM audit_entry");
  await notes.owner("UPDATE audit_block SET entries = NULL, row_hashes = NULL, purged_at = now()");
  expect(faultsOf(await verify())).toEqual([{ fault: "PURGED_EARLY", entryId: null }]);
});

test("an export that was interrupted goes on by position, misses nobody and repeats nothing", async () => {
  const ids = await addRows(30);
  const first: string[] = [];
  let position = "";
  for await (const row of exportAudit(contextOf, {})) {
    first.push(String(row.entry["id"]));
    position = row.position;
    if (first.length === 12) break;
  }
  const rest = (await all(exportAudit(contextOf, { after: position }))).map(({ entry }) => String(entry["id"]));
  expect([...first, ...rest].toSorted()).toEqual([...ids].toSorted());
});

test("the hub alone seals, verifies, exports and purges", async () => {
  const officer = testViewer(Role.PRIVACY_OFFICER, { agencyId: randomUUID() });
  const app = new Client({ connectionString: notes.database.appUrl });
  await app.connect();
  await app.query("SELECT set_config('corespond.viewer', $1, false)", [
    signViewer(officer, "notes/graph", testViewerKey),
  ]);
  for (const call of ["audit_seal(1)", "audit_verify(0, 1)", "audit_export(-1, -1, NULL, 1)", "audit_purge(6)"])
    await expect(app.query(`SELECT corespond.${call}`)).rejects.toMatchObject({ code: "42501" });
  await app.end();
});
