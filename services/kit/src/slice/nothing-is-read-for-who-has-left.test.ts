import { randomUUID } from "node:crypto";

import { createTestDatabase } from "../../../../test/kit/database";
import { startTestSlice, testViewer, testViewerKey, type TestSlice } from "../testing/index";
import { notesSlice } from "../testing/notes/notesSlice";
import { askedOfGraph, delegate, proven } from "../viewer/viewerProof";
import { Role } from "../viewer/role";

const officer = testViewer(Role.OFFICER, { agencyId: randomUUID() });
const request = { query: "{ notes { totalCount } }" };

let notes: TestSlice;
beforeAll(async () => {
  notes = await startTestSlice(notesSlice, createTestDatabase);
});
afterAll(() => notes.stop());

const execute = (signal: AbortSignal) =>
  notes.slice.execute(request, {
    ...proven(delegate(officer, "notes/graph", testViewerKey), askedOfGraph(request)),
    delegations: {},
    signal,
  });

test("a request whose client has left reads no row, and its refusal is still audited", async () => {
  let answer: unknown;
  const statements = await notes.countStatements(async () => {
    answer = await execute(AbortSignal.abort());
  });
  expect(answer).toMatchObject({ errors: [{ extensions: { code: "REQUEST_TIMEOUT" } }] });
  expect(statements.filter((name) => !name.includes("audit"))).toEqual([]);
});

test("a request whose client waits is answered", async () => {
  expect(await execute(new AbortController().signal)).toEqual({ data: { notes: { totalCount: 0 } } });
});
