import { randomUUID } from "node:crypto";

import { createTestDatabase } from "../../../../test/kit/database";
import { startTestSlice, testViewer, type TestSlice } from "../testing/index";
import { notesSlice } from "../testing/notes/notesSlice";
import { Role } from "../viewer/role";

const add =
  "mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id body } userErrors { code field message } } }";

const officer = testViewer(Role.OFFICER, { agencyId: randomUUID() });

let notes: TestSlice;
beforeAll(async () => {
  notes = await startTestSlice(notesSlice, createTestDatabase);
});
afterAll(async () => {
  await notes.stop();
});

const counts = async () => {
  const [found] = await notes.owner<{ notes: number; events: number; audits: number; keys: number }>(`
    SELECT (SELECT count(*)::int FROM note) AS notes, (SELECT count(*)::int FROM outbox) AS events,
           (SELECT count(*)::int FROM audit_entry WHERE action = 'addNote' AND outcome = 'SUCCESS') AS audits, (SELECT count(*)::int FROM idempotency) AS keys`);
  return found;
};

test("a repeated key changes nothing and answers with the first result", async () => {
  const before = await counts();
  const input = { body: "once", idempotencyKey: randomUUID() };
  const first = await notes.run(officer, add, { input });
  const second = await notes.run(officer, add, { input });
  expect(second).toEqual(first);
  expect(await counts()).toEqual({
    notes: (before?.notes ?? 0) + 1,
    events: (before?.events ?? 0) + 1,
    audits: (before?.audits ?? 0) + 1,
    keys: (before?.keys ?? 0) + 1,
  });
});

test("requests that race with one key have one effect", async () => {
  const before = await counts();
  const input = { body: "raced", idempotencyKey: randomUUID() };
  const answers = await Promise.all(Array.from({ length: 6 }, () => notes.run(officer, add, { input })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((await counts())?.notes).toBe((before?.notes ?? 0) + 1);
});

test("another input under the same key is refused by name", async () => {
  const idempotencyKey = randomUUID();
  await notes.run(officer, add, { input: { body: "first", idempotencyKey } });
  const { errors } = await notes.run(officer, add, { input: { body: "second", idempotencyKey } });
  expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["IDEMPOTENCY_MISMATCH"]);
});

test("another staff member's equal key is another key", async () => {
  const input = { body: "shared key", idempotencyKey: randomUUID() };
  const colleague = testViewer(Role.OFFICER, { agencyId: officer.agencyId });
  const [mine, theirs] = await Promise.all([notes.run(officer, add, { input }), notes.run(colleague, add, { input })]);
  expect(mine).not.toEqual(theirs);
});

test.each(["refuse", "break"])(
  "an action that ends in `%s` leaves no row, event, key or audit of success",
  async (body) => {
    const before = await counts();
    await notes.run(officer, add, { input: { body, idempotencyKey: randomUUID() } });
    expect(await counts()).toEqual(before);
  },
);

test("a failure that was expected is a value; its key may be used again", async () => {
  const idempotencyKey = randomUUID();
  const refused = await notes.run(officer, add, { input: { body: "refuse", idempotencyKey } });
  expect(refused.data?.["addNote"]).toEqual({
    note: null,
    userErrors: [{ code: "INVALID", field: ["input", "body"], message: "The note must not be `refuse`." }],
  });
  const accepted = await notes.run(officer, add, { input: { body: "better", idempotencyKey } });
  expect(accepted.data?.["addNote"]).toMatchObject({ note: { body: "better" }, userErrors: [] });
});

test("a broken rule of the input names the field, the rule and what came", async () => {
  const { data } = await notes.run(officer, add, { input: { body: "x", idempotencyKey: "short" } });
  expect(data?.["addNote"]).toMatchObject({
    note: null,
    userErrors: [
      {
        code: "INVALID",
        field: ["input", "idempotencyKey"],
        message: expect.stringContaining('but got: "short"') as string,
      },
    ],
  });
});

test.each([
  [Role.ANONYMOUS, "UNAUTHENTICATED"],
  [Role.PROVIDER, "FORBIDDEN"],
  [Role.SYSTEM, "UNAUTHENTICATED"],
])("%s may not act: %s", async (role, code) => {
  const viewer = role === Role.SYSTEM ? testViewer(role, { id: null }) : testViewer(role);
  const { errors } = await notes.run(viewer, add, { input: { body: "x", idempotencyKey: randomUUID() } });
  expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual([code]);
});
