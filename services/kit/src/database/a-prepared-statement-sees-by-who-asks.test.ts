import { randomUUID } from "node:crypto";

import type { PoolClient } from "pg";

import { createTestDatabase } from "../../../../test/kit/database";
import { startTestSlice, testViewer, type TestSlice } from "../testing/index";
import { notesSlice } from "../testing/notes/notesSlice";
import { Role } from "../viewer/role";

const officer = testViewer(Role.OFFICER, { agencyId: randomUUID() });
const stranger = testViewer(Role.OFFICER, { agencyId: randomUUID() });
const noteId = randomUUID();
const query = "query ($id: ID!) { note(id: $id) { id } }";

/** Of an old plan and a new one, PostgreSQL takes the one that is cheaper from the sixth time on. */
const times = 8;

let notes: TestSlice;
beforeAll(async () => {
  notes = await startTestSlice(notesSlice, createTestDatabase);
  await notes.owner("INSERT INTO note (id, agency_id, body, recorded_at) VALUES ($1, $2, 'seen', now())", [
    noteId,
    officer.agencyId,
  ]);
});
afterAll(async () => {
  await notes.stop();
});

test("one connection answers viewers in turns by one plan, each by its own rights", async () => {
  const { database } = notes.slice;
  const held: PoolClient[] = [];
  // All but one of the pool's eight connections are taken.
  for (let count = 0; count < 7; count += 1) held.push(await database.connect());
  try {
    for (let time = 0; time < times; time += 1) {
      expect(await notes.run(officer, query, { id: noteId })).toEqual({ data: { note: { id: noteId } } });
      expect(await notes.run(stranger, query, { id: noteId })).toEqual({ data: { note: null } });
    }
  } finally {
    for (const client of held) client.release();
  }
});

test("a connection keeps the statement that loads a note by its id, once", async () => {
  const clients = await Promise.all(Array.from({ length: 8 }, () => notes.slice.database.connect()));
  try {
    const kept = await Promise.all(
      clients.map((client) =>
        client.query("SELECT statement FROM pg_prepared_statements WHERE statement LIKE '/* notes.%'"),
      ),
    );
    const most = Math.max(...kept.map(({ rowCount }) => rowCount ?? 0));
    expect(most).toBe(1);
  } finally {
    for (const client of clients) client.release();
  }
});
