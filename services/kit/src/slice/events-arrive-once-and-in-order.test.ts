import { randomUUID } from "node:crypto";

import { createTestDatabase } from "../../../../test/kit/database";
import type { EventEnvelope } from "../events/eventEnvelope";
import { OutboxRelay, type EventSubscriber } from "../events/outboxRelay";
import { forgetOld } from "../events/forgetOld";
import { createLog } from "../log/sliceLog";
import { startTestSlice, testViewer, type TestSlice } from "../testing/index";
import { notesSlice } from "../testing/notes/notesSlice";
import { Role } from "../viewer/role";

const add = "mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } userErrors { message } } }";

let notes: TestSlice;
beforeEach(async () => {
  notes = await startTestSlice(notesSlice, createTestDatabase);
});
afterEach(async () => {
  await notes.stop();
});

async function addNotes(count: number, agencyId: string): Promise<readonly string[]> {
  const officer = testViewer(Role.OFFICER, { agencyId });
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const { data } = await notes.run(officer, add, {
      input: { body: `note ${String(number)}`, idempotencyKey: randomUUID() },
    });
    ids.push((data as { addNote: { note: { id: string } } }).addNote.note.id);
  }
  return ids;
}

const relayTo = (subscriber: EventSubscriber): OutboxRelay =>
  new OutboxRelay({
    database: notes.slice.database,
    appUrl: notes.database.appUrl,
    subscribers: [subscriber],
    log: createLog({ name: "relay", level: "silent" }),
  });

const itself = (): EventSubscriber => ({
  slice: "notes",
  wants: () => true,
  deliver: (events) => notes.slice.receive(events),
});

const heard = async (): Promise<readonly string[]> =>
  (await notes.owner<{ note_id: string }>("SELECT note_id FROM heard ORDER BY number")).map((row) => row.note_id);

const makeDue = () => notes.owner("UPDATE outbox SET next_attempt_at = now() - interval '1 second'");

test("events of one entity arrive once each, in the order in which they were committed", async () => {
  const ids = await addNotes(5, randomUUID());
  await relayTo(itself()).wake();
  expect(await heard()).toEqual(ids);
});

test("an event whose delivery failed holds back the later ones of its entity, and is tried again", async () => {
  const ids = await addNotes(3, randomUUID());
  const elsewhere = await addNotes(1, randomUUID());
  let refusals = 1;
  const relay = relayTo({
    ...itself(),
    deliver: async (events) => {
      if (events.some(({ payload }) => payload["id"] === ids[0]) && refusals-- > 0) throw new Error("not now");
      await notes.slice.receive(events);
    },
  });
  await relay.wake();
  expect(await heard()).not.toContain(ids[1]);
  await makeDue();
  await relay.wake();
  expect((await heard()).filter((id) => ids.includes(id))).toEqual(ids);
  expect(await heard()).toEqual(expect.arrayContaining([...elsewhere]));
});

test("an event that nobody can ever handle keeps back none of another entity", async () => {
  const [poison = ""] = await addNotes(1, randomUUID());
  const good = await addNotes(4, randomUUID());
  const relay = relayTo({
    ...itself(),
    deliver: async (events) => {
      await notes.slice.receive(events);
      if (events.some(({ payload }) => payload["id"] === poison)) throw new Error("never");
    },
  });
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await relay.wake();
    await makeDue();
  }
  expect(await heard()).toEqual(expect.arrayContaining([...good]));
  const waiting = await notes.owner<{ id: string }>(
    "SELECT payload ->> 'id' AS id FROM outbox WHERE published_at IS NULL",
  );
  expect(waiting).toEqual([{ id: poison }]);
});

test("keys, delivered events and the inbox are kept as long as promised, and no longer", async () => {
  await addNotes(3, randomUUID());
  await relayTo(itself()).wake();
  const count = async (): Promise<readonly unknown[]> =>
    await Promise.all(
      ["idempotency", "outbox", "inbox"].map(
        async (table) => (await notes.owner<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n,
      ),
    );
  await forgetOld(notes.slice.database);
  expect(await count()).toEqual([3, 3, 3]);
  await notes.owner(
    "UPDATE idempotency SET recorded_at = now() - interval '8 days' WHERE key = (SELECT min(key) FROM idempotency)",
  );
  await notes.owner("UPDATE outbox SET published_at = NULL WHERE sequence = (SELECT max(sequence) FROM outbox)");
  await notes.owner("UPDATE outbox SET published_at = published_at - interval '31 days'");
  await notes.owner("UPDATE inbox SET received_at = now() - interval '181 days'");
  await forgetOld(notes.slice.database);
  expect(await count()).toEqual([2, 1, 0]);
});

test("an event that is delivered again after a crash has its effect once", async () => {
  const ids = await addNotes(2, randomUUID());
  await relayTo(itself()).wake();
  await notes.owner("UPDATE outbox SET published_at = NULL, delivered_to = '{}'");
  await relayTo(itself()).wake();
  expect(await heard()).toEqual(ids);
});

test("a consumer that fails half-way has done nothing, and does it when the event comes again", async () => {
  const [id] = await addNotes(1, randomUUID());
  const envelope = async (): Promise<EventEnvelope> => {
    const [row] = await notes.owner<{ id: string; entity_id: string }>("SELECT id, entity_id FROM outbox");
    return {
      id: row?.id ?? "",
      source: "notes",
      type: "note.added",
      entityId: row?.entity_id ?? "",
      occurredAt: new Date().toISOString(),
      payload: {},
    };
  };
  await expect(notes.slice.receive([await envelope()])).rejects.toThrow();
  expect(await notes.owner("SELECT FROM inbox")).toHaveLength(0);
  await relayTo(itself()).wake();
  expect(await heard()).toEqual([id]);
});

test("two relays at once deliver each event once and keep the order of each entity", async () => {
  const agencies = [randomUUID(), randomUUID(), randomUUID()];
  const ids = await Promise.all(agencies.map((agencyId) => addNotes(4, agencyId)));
  await Promise.all([relayTo(itself()).wake(), relayTo(itself()).wake()]);
  await relayTo(itself()).wake();
  const order = await heard();
  expect(order).toHaveLength(12);
  for (const ofOne of ids) expect(order.filter((id) => ofOne.includes(id))).toEqual(ofOne);
});

test("a committed event wakes a started relay by itself", async () => {
  let arrived: (() => void) | undefined;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const relay = relayTo({
    ...itself(),
    deliver: async (events) => {
      await notes.slice.receive(events);
      arrived?.();
    },
  });
  await relay.start();
  const ids = await addNotes(1, randomUUID());
  await arrival;
  await relay.stop();
  expect(await heard()).toEqual(ids);
});
