import { randomUUID } from "node:crypto";

import { Client } from "pg";

import { createTestDatabase } from "../../../../test/kit/database";
import { Grants } from "../context/grants";
import { startTestSlice, testViewer, type TestSlice } from "../testing/index";
import { notesSlice } from "../testing/notes/notesSlice";
import { Role } from "../viewer/role";
import { signViewer } from "../viewer/viewerToken";

const officer = testViewer(Role.OFFICER, { agencyId: randomUUID() });
const stranger = testViewer(Role.OFFICER, { agencyId: randomUUID() });
const noteId = randomUUID();
const viewerKey = "a key for tests that signs viewers";

let notes: TestSlice;
let app: Client;
beforeAll(async () => {
  notes = await startTestSlice(notesSlice, createTestDatabase);
  await notes.owner("INSERT INTO note (id, agency_id, body, recorded_at) VALUES ($1, $2, 'seen', now())", [
    noteId,
    officer.agencyId,
  ]);
  app = new Client({ connectionString: notes.database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await notes.stop();
});

async function rowsAs(token: string | null): Promise<number> {
  await app.query("BEGIN");
  if (token !== null) await app.query("SELECT set_config('corespond.viewer', $1, true)", [token]);
  const { rowCount } = await app.query("SELECT FROM note");
  await app.query("ROLLBACK");
  return rowCount ?? 0;
}

test("every path to a note agrees on who sees it", async () => {
  const paths = `query ($id: ID!) {
    note(id: $id) { id } notes { totalCount edges { node { id } } }
    _entities(representations: [{ __typename: "Note", id: $id }]) { ... on Note { id } }
  }`;
  const seen = await notes.run(officer, paths, { id: noteId });
  expect(seen.data).toEqual({
    note: { id: noteId },
    notes: { totalCount: 1, edges: [{ node: { id: noteId } }] },
    _entities: [{ id: noteId }],
  });
  const unseen = await notes.run(stranger, paths, { id: noteId });
  expect(unseen).toEqual({ data: { note: null, notes: { totalCount: 0, edges: [] }, _entities: [null] } });
});

test("what is absent and what is not the viewer's get the same answer", async () => {
  const query = "query ($id: ID!) { note(id: $id) { id body } }";
  expect(await notes.run(stranger, query, { id: noteId })).toEqual(
    await notes.run(stranger, query, { id: randomUUID() }),
  );
  expect(await notes.run(stranger, query, { id: "no id at all" })).toEqual(
    await notes.run(stranger, query, { id: randomUUID() }),
  );
});

test("the running role sees a row with a viewer that the gateway signed, and with nothing else", async () => {
  expect(await rowsAs(signViewer(officer, "notes/graph", viewerKey))).toBe(1);
  expect(await rowsAs(null)).toBe(0);
  expect(await rowsAs("")).toBe(0);
  expect(await rowsAs(signViewer(officer, "notes/graph", "another key, which is not the gateway's"))).toBe(0);
  expect(await rowsAs(signViewer(officer, "people/graph", viewerKey))).toBe(0);
});

test("a signed viewer that was changed afterwards is nobody", async () => {
  const [audience, , mac] = signViewer(stranger, "notes/graph", viewerKey).split(".");
  const claims = Buffer.from(JSON.stringify({ ...officer, exp: Math.floor(Date.now() / 1000) + 60 })).toString(
    "base64url",
  );
  expect(await rowsAs(`${audience ?? ""}.${claims}.${mac ?? ""}`)).toBe(0);
});

test("a signed viewer that is over is nobody", async () => {
  const claims = Buffer.from(JSON.stringify({ ...officer, exp: Math.floor(Date.now() / 1000) - 1 })).toString(
    "base64url",
  );
  const { rows } = await notes
    .owner<{ token: string }>(
      "SELECT $1 || '.' || translate(rtrim(encode(hmac($1, $2, 'sha256'), 'base64'), '='), '+/', '-_') AS token",
      [`notes/graph.${claims}`, viewerKey],
    )
    .then((found) => ({ rows: found }));
  expect(await rowsAs(rows[0]?.token ?? "")).toBe(0);
});

test.each([
  ["read the key that signs viewers", "SELECT key FROM corespond.viewer_key"],
  ["check signatures of its own choice", "SELECT corespond.signed_claims('a.b.c', ARRAY['a'])"],
  ["read the audit's blocks", "SELECT number FROM audit_block"],
  ["empty the audit", "TRUNCATE audit_entry"],
  ["say when an audit row was recorded", "INSERT INTO audit_entry (id, recorded_at) VALUES (gen_random_uuid(), now())"],
  [
    "say where in the order an audit row stands",
    "INSERT INTO audit_entry (id, transaction) VALUES (gen_random_uuid(), 1)",
  ],
  ["set the count of transactions back", "UPDATE corespond.audit_counter SET transaction_offset = 0"],
  ["seal the audit in nobody's name", "SELECT corespond.audit_seal(10)"],
  ["export the audit in nobody's name", "SELECT corespond.audit_export(-1, -1, NULL, 10)"],
  ["purge the audit in nobody's name", "SELECT corespond.audit_purge(6)"],
  ["change the audit", "UPDATE audit_entry SET action = 'nothing'"],
  ["delete from the audit", "DELETE FROM audit_entry"],
  ["switch row-level security off", "ALTER TABLE note DISABLE ROW LEVEL SECURITY"],
  ["make a table", "CREATE TABLE mine (id int)"],
  [
    "replace the viewer",
    "CREATE OR REPLACE FUNCTION corespond.viewer() RETURNS jsonb LANGUAGE sql AS $$ SELECT '{}'::jsonb $$",
  ],
  ["become the owner", "SET ROLE notes_owner"],
])("the running role cannot %s", async (_what, sql) => {
  await expect(app.query(sql)).rejects.toMatchObject({ code: "42501" });
});

test("ids that a port granted count for the viewer to whom they were granted, and only with the slice's signature", async () => {
  const grantedAs = async (viewer: typeof officer, token: string): Promise<unknown> => {
    await app.query("BEGIN");
    await app.query("SELECT set_config('corespond.viewer', $1, true), set_config('corespond.grants', $2, true)", [
      signViewer(viewer, "notes/graph", viewerKey),
      token,
    ]);
    const { rows } = await app.query<{ granted: unknown }>("SELECT corespond.granted('records') AS granted");
    await app.query("ROLLBACK");
    return rows[0]?.granted;
  };
  const grants = (key: string): string => {
    const made = new Grants({
      slice: "notes",
      key,
      viewer: { id: officer.id, exp: Math.floor(Date.now() / 1000) + 60 },
    });
    made.allow("records", [noteId]);
    return made.token();
  };
  expect(await grantedAs(officer, grants(viewerKey))).toEqual([noteId]);
  expect(await grantedAs(stranger, grants(viewerKey))).toEqual([]);
  expect(await grantedAs(officer, grants("a key that an attacker made up, long enough"))).toEqual([]);
});
