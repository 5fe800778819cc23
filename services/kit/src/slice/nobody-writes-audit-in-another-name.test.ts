import { randomUUID } from "node:crypto";

import { Client } from "pg";

import { createTestDatabase } from "../../../../test/kit/database";
import { startTestSlice, testViewer, testViewerKey, type TestSlice } from "../testing/index";
import { notesSlice } from "../testing/notes/notesSlice";
import { Role } from "../viewer/role";
import type { ViewerClaims } from "../viewer/viewer";
import { signViewer } from "../viewer/viewerToken";

const officer = testViewer(Role.OFFICER, { agencyId: randomUUID() });

let notes: TestSlice;
let app: Client;
beforeAll(async () => {
  notes = await startTestSlice(notesSlice, createTestDatabase);
  app = new Client({ connectionString: notes.database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await notes.stop();
});

/** Adds an audit row by hand-written SQL: signed for one viewer, said to be of another. */
async function add(
  token: string | null,
  said: Pick<ViewerClaims, "id" | "role" | "agencyId" | "requestId" | "client">,
) {
  await app.query("BEGIN");
  try {
    if (token !== null) await app.query("SELECT set_config('corespond.viewer', $1, true)", [token]);
    return await app.query(
      `INSERT INTO audit_entry (id, request_id, viewer_id, viewer_role, agency_id, client, purpose, operation, action,
         subjects, record_ids, fields, basis, withheld)
       VALUES ($1, $2, $3, $4, $5, $6, 'COC', 'by hand', 'READ', '{}', '{}', '{}', '{}', '{}')`,
      [randomUUID(), said.requestId, said.id, said.role, said.agencyId, said.client],
    );
  } finally {
    await app.query("ROLLBACK");
  }
}

const signed = signViewer(officer, "notes/graph", testViewerKey);

test("a row in the signed viewer's own name is taken", async () => {
  expect((await add(signed, officer)).rowCount).toBe(1);
});

test.each([
  ["another viewer's", { ...officer, id: randomUUID() }],
  ["another role's", { ...officer, role: Role.SYSTEM }],
  ["another agency's", { ...officer, agencyId: randomUUID() }],
  ["another request's", { ...officer, requestId: randomUUID() }],
  ["another client's", { ...officer, client: "somebody else" }],
])("a row in %s name is refused", async (_whose, said) => {
  await expect(add(signed, said)).rejects.toMatchObject({ code: "42501" });
});

test("a row of nobody whom the gateway signed is refused", async () => {
  await expect(add(null, officer)).rejects.toMatchObject({ code: "42501" });
});

test.each([Role.OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.SYSTEM, Role.PRIVACY_OFFICER])(
  "hand-written SQL as %s reads no audit row that no slice granted",
  async (role) => {
    const recordId = randomUUID();
    await notes.owner(
      `INSERT INTO audit_entry (id, request_id, viewer_role, client, purpose, operation, action, subjects, record_ids, fields, basis, withheld)
       VALUES ($1, 'r', 'OFFICER', 'c', 'COC', 'o', 'READ', '{}', ARRAY[$2]::uuid[], '{}', '{}', '{}')`,
      [randomUUID(), recordId],
    );
    await app.query("BEGIN");
    await app.query("SELECT set_config('corespond.viewer', $1, true)", [
      signViewer(testViewer(role), "notes/graph", testViewerKey),
    ]);
    const { rowCount } = await app.query("SELECT FROM audit_entry");
    await app.query("ROLLBACK");
    expect(rowCount).toBe(0);
  },
);
