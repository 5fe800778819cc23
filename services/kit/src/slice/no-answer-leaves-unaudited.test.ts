import { randomUUID } from "node:crypto";

import { createTestDatabase } from "../../../../test/kit/database";
import { startTestSlice, testViewer, type TestSlice } from "../testing/index";
import { notesSlice } from "../testing/notes/notesSlice";
import { Role } from "../viewer/role";

const agencyId = randomUUID();
const noteId = randomUUID();

let notes: TestSlice;
beforeAll(async () => {
  notes = await startTestSlice(notesSlice, createTestDatabase);
  await notes.owner("INSERT INTO note (id, agency_id, body, recorded_at) VALUES ($1, $2, 'read me', now())", [
    noteId,
    agencyId,
  ]);
});
afterAll(async () => {
  await notes.stop();
});

const auditOf = async (requestId: string) =>
  await notes.owner(
    "SELECT action, record_ids, subjects, fields, withheld, viewer_role, purpose FROM audit_entry WHERE request_id = $1",
    [requestId],
  );

test("a read leaves one row: who saw whom, which fields, and what was withheld", async () => {
  const analyst = testViewer(Role.ANALYST, { agencyId });
  await notes.run(analyst, "query ($id: ID!) { a: note(id: $id) { id body } b: note(id: $id) { body } }", {
    id: noteId,
  });
  expect(await auditOf(analyst.requestId)).toEqual([
    {
      action: "READ",
      record_ids: [noteId],
      subjects: { Note: [noteId] },
      fields: ["Note.id"],
      withheld: ["Note.body"],
      viewer_role: "ANALYST",
      purpose: "COC",
    },
  ]);
});

test("a read that showed nobody leaves no row", async () => {
  const stranger = testViewer(Role.OFFICER, { agencyId: randomUUID() });
  await notes.run(stranger, "query ($id: ID!) { note(id: $id) { body } notes { totalCount } }", { id: noteId });
  expect(await auditOf(stranger.requestId)).toEqual([]);
});

test("where the audit row cannot be written, the answer is withheld", async () => {
  await notes.owner("ALTER TABLE audit_entry ADD CONSTRAINT full_disk CHECK (false) NOT VALID");
  const officer = testViewer(Role.OFFICER, { agencyId });
  const answer = await notes.run(officer, "query ($id: ID!) { note(id: $id) { body } }", { id: noteId });
  await notes.owner("ALTER TABLE audit_entry DROP CONSTRAINT full_disk");
  expect(JSON.stringify(answer)).not.toContain("read me");
  expect(answer.errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["INTERNAL_SERVER_ERROR"]);
});

const add = "mutation add($input: AddNoteInput!) { addNote(input: $input) { note { id } userErrors { code } } }";

const outcomesOf = async (requestId: string) =>
  await notes.owner(
    "SELECT action, outcome, codes, withheld FROM audit_entry WHERE request_id = $1 ORDER BY position",
    [requestId],
  );

test.each([
  { end: "a role that may not act", role: Role.PROVIDER, body: "any", outcome: "DENIED", code: "FORBIDDEN" },
  { end: "an expected failure", role: Role.OFFICER, body: "refuse", outcome: "FAILED", code: "INVALID" },
  { end: "a fault of ours", role: Role.OFFICER, body: "break", outcome: "FAILED", code: "INTERNAL_SERVER_ERROR" },
])("L18: an action that ends by $end is a row with its outcome", async ({ role, body, outcome, code }) => {
  const viewer = testViewer(role, { agencyId });
  await notes.run(viewer, add, { input: { body, idempotencyKey: randomUUID() } });
  expect(await outcomesOf(viewer.requestId)).toEqual([{ action: "addNote", outcome, codes: [code], withheld: [] }]);
});

test("L18: a field that is refused by an error is a row with the field", async () => {
  const analyst = testViewer(Role.ANALYST, { agencyId });
  await notes.run(analyst, "{ officersOnly }");
  expect(await outcomesOf(analyst.requestId)).toEqual([
    { action: "READ", outcome: "DENIED", codes: ["FORBIDDEN"], withheld: ["officersOnly"] },
  ]);
});

test("a stranger's refused attempts do not fill the audit", async () => {
  const stranger = testViewer(Role.ANONYMOUS);
  await notes.run(stranger, add, { input: { body: "any", idempotencyKey: randomUUID() } });
  await notes.run(stranger, "{ officersOnly }");
  expect(await outcomesOf(stranger.requestId)).toEqual([]);
});

test("what another slice is told of a person at the port leaves a row", async () => {
  const officer = testViewer(Role.OFFICER, { agencyId });
  await notes.port(officer, "bodies", { ids: [noteId] });
  expect(await auditOf(officer.requestId)).toMatchObject([
    { action: "READ", record_ids: [noteId], fields: ["port.bodies"], viewer_role: "OFFICER" },
  ]);
});

test("where the audit row of a change cannot be written, nothing is changed", async () => {
  const count = async () => (await notes.owner("SELECT FROM note")).length;
  const before = await count();
  await notes.owner("ALTER TABLE audit_entry ADD CONSTRAINT full_disk CHECK (action <> 'addNote') NOT VALID");
  const officer = testViewer(Role.OFFICER, { agencyId });
  const answer = await notes.run(officer, add, { input: { body: "unaudited", idempotencyKey: randomUUID() } });
  await notes.owner("ALTER TABLE audit_entry DROP CONSTRAINT full_disk");
  expect(answer.data?.["addNote"] ?? null).toBeNull();
  expect(await count()).toBe(before);
});

test("the text of a fault of ours never leaves the slice", async () => {
  const answer = await notes.run(testViewer(Role.OFFICER, { agencyId }), "{ broken }");
  expect(JSON.stringify(answer)).not.toContain("hunter2");
  expect(answer.errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["INTERNAL_SERVER_ERROR"]);
});

test("a slice answers nobody whom no gateway signed", async () => {
  const by = { viewerToken: undefined, delegations: {} };
  await expect(notes.slice.execute({ query: "{ __typename }" }, by)).rejects.toMatchObject({
    extensions: { code: "UNSIGNED_VIEWER" },
  });
  await expect(notes.slice.answerPort("echo", { text: "x" }, by)).rejects.toMatchObject({
    extensions: { code: "UNSIGNED_VIEWER" },
  });
});

test("a token for the graph does not open the port, nor the other way round", async () => {
  expect(await notes.port(testViewer(Role.OFFICER), "echo", { text: "x" })).toEqual({ text: "x", role: "OFFICER" });
  await expect(notes.port(testViewer(Role.OFFICER), "constructor", {})).rejects.toMatchObject({
    extensions: { code: "BAD_REQUEST" },
  });
});
