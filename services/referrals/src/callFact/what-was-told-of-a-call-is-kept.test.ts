import { randomUUID } from "node:crypto";

import type { EventEnvelope } from "@corespond/kit";
import fc from "fast-check";

import { callEvent } from "../testing/callEvents";
import { startReferrals, type Referrals } from "../testing/startReferrals";

let r: Referrals;

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

const versionsSql = `
  SELECT f.incident_number AS number, f.told_at AS "from", f.superseded_at AS until,
    ARRAY(SELECT s.record_id::text FROM call_fact_subject_history s
      WHERE (s.call_id, s.told_at, s.event_id) = (f.call_id, f.told_at, f.event_id) ORDER BY 1) AS subjects
  FROM call_fact_history f WHERE f.call_id = $1
  UNION ALL
  SELECT f.incident_number, f.told_at, NULL,
    ARRAY(SELECT s.record_id::text FROM call_fact_subject s WHERE s.call_id = f.call_id ORDER BY 1)
  FROM call_fact f WHERE f.call_id = $1
  ORDER BY "from", until NULLS LAST, number`;

const versions = async (callId: string): Promise<readonly object[]> => await r.owner(versionsSql, [callId]);
const day = (number: number): string => new Date(Date.UTC(2026, 5, number)).toISOString();

/** Versions of one call, told on these days of June 2026. */
function versionsTold(callId: string, days: readonly number[]): readonly EventEnvelope[] {
  return days.map((told, number) =>
    callEvent(
      {
        callId,
        agencyId: r.department,
        incidentNumber: `told ${String(number)}`,
        receivedAt: day(0),
        subjects: number % 3 === 2 ? [] : [{ recordId: randomUUID(), role: "SUBJECT" }],
      },
      day(told),
    ),
  );
}

/** The same versions of another call. */
const copyOf = (events: readonly EventEnvelope[], callId: string): readonly EventEnvelope[] =>
  events.map((event) => ({
    ...event,
    id: sibling(event.id, callId),
    entityId: callId,
    payload: { ...event.payload, callId },
  }));

/** An id per call that keeps the order of the ids of its versions. */
const sibling = (id: string, callId: string): string => `${id.slice(0, 24)}${callId.slice(24)}`;

test("a correction supersedes what was told before, with its subjects, from the instant when it was told", async () => {
  const callId = randomUUID();
  const events = versionsTold(callId, [1, 3, 5]);
  const subjectsOf = (number: number) =>
    (events[number]?.payload["subjects"] as { recordId: string }[]).map(({ recordId }) => recordId);
  await r.slice.receive(events);
  expect(await versions(callId)).toEqual([
    { number: "told 0", from: new Date(day(1)), until: new Date(day(3)), subjects: subjectsOf(0) },
    { number: "told 1", from: new Date(day(3)), until: new Date(day(5)), subjects: subjectsOf(1) },
    { number: "told 2", from: new Date(day(5)), until: null, subjects: [] },
  ]);
});

test("whatever the order in which versions arrive, once or twice, together or apart, the same is kept", async () => {
  const days = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(days, fc.infiniteStream(fc.nat(1_000)), fc.nat(5), async (told, shuffle, cut) => {
      const [straight, mixed] = [randomUUID(), randomUUID()];
      const inOrder = versionsTold(straight, told);
      const copies = copyOf(inOrder, mixed);
      const order = [...copies, ...copies]
        .map((event) => ({ event, at: shuffle.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ event }) => event);
      await r.slice.receive(inOrder);
      await r.slice.receive(order.slice(0, cut));
      await r.slice.receive(order.slice(cut));
      const kept = await versions(mixed);
      expect(kept).toEqual(await versions(straight));
      expect(kept).toHaveLength(told.length);
    }),
    { numRuns: 40 },
  );
});

test("a call that is told of for the first time takes one statement beside the note that it came", async () => {
  const [event] = versionsTold(randomUUID(), [1]) as [EventEnvelope];
  expect(await r.countStatements(() => r.slice.receive([event]))).toEqual([
    "referrals.inbox.note",
    "referrals.callFact.keepFirst",
  ]);
});
