import { randomUUID } from "node:crypto";

import type { EventEnvelope } from "@corespond/kit";
import fc from "fast-check";

import { callEvent } from "../../testing/callEvents";
import { measuredCounty, type MeasuredCounty } from "../../testing/measuredCounty";
import { indexDay } from "../../testing/repeatCallers";
import { startReferrals, type Answer, type Referrals } from "../../testing/startReferrals";

let r: Referrals;
let county: MeasuredCounty;

beforeAll(async () => {
  r = await startReferrals();
  county = measuredCounty(r);
  const set = { name: "behavioral-health", version: "2026-01", commonCodes: ["MENTAL"] };
  r.neighbours.codeSets.push({ id: randomUUID(), ...set });
});
afterAll(() => r.stop());

const dayMs = 86_400_000;
const at = (daysFromIndex: number): string =>
  new Date(Date.parse(`${indexDay}T18:00:00Z`) + daysFromIndex * dayMs).toISOString();
const measured = async (knownAt?: string): Promise<Answer> => {
  const known = knownAt === undefined ? "" : `knownAt: "${knownAt}"`;
  const asked = `asOf: "2026-01-31", codeSet: { name: "behavioral-health" }, comparator: SAME_THRESHOLD_NOT_ENROLLED, threshold: 1`;
  const seen = await county.ask(
    r.supervisor,
    `outcomes(${asked} ${known}) { enrolled { persons incidentsBefore incidentsAfter rateAfter medianBefore }
       comparators { persons rateBefore rateAfter } naiveChange { change low high } adjustedChange { change low high }
       immature belowThreshold unmatched }`,
  );
  return seen.outcomes;
};

/** The day on which a version of a call is told, always after all windows. */
const told = (version: number): string => `2026-02-0${String(1 + version)}T00:00:00.000Z`;

const persons = Array.from({ length: 4 }, () => randomUUID());
const version = fc.record({
  day: fc.constantFrom(-300, -200, -100, -50, -1, 1, 30, 90, 180),
  subject: fc.constantFrom(...persons, null),
  commonCode: fc.constantFrom("MENTAL", "MENTAL", "NOISE"),
  incident: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"),
});
const calls = fc.array(fc.array(version, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 12 });

function eventsOf(
  generated: readonly (readonly (typeof version extends fc.Arbitrary<infer V> ? V : never)[])[],
): readonly EventEnvelope[] {
  return generated.flatMap((versions) => {
    const callId = randomUUID();
    return versions.map(({ day, subject, commonCode, incident }, number) =>
      callEvent(
        {
          ...{ callId, agencyId: r.department, incidentNumber: incident, receivedAt: at(day), commonCode },
          subjects: subject === null ? [] : [{ recordId: subject, role: "SUBJECT" }],
        },
        told(number),
      ),
    );
  });
}

async function startAgain(): Promise<void> {
  await r.owner("TRUNCATE call_fact, call_fact_history, inbox CASCADE");
}

test("measures are the same in whatever order events come, once or twice, together or apart, now and as known before", async () => {
  await county.refer(
    persons.slice(0, 2).map((recordId) => ({ recordId, submitted: "2025-05-20", contacts: [indexDay] })),
  );
  await fc.assert(
    fc.asyncProperty(calls, fc.infiniteStream(fc.nat(10_000)), fc.nat(30), async (generated, shuffle, cut) => {
      const events = eventsOf(generated);
      const instants = [undefined, ...[0, 1, 2].map((number) => told(number))];
      await startAgain();
      await r.slice.receive(events);
      const straight = [];
      for (const instant of instants) straight.push(await measured(instant));
      await startAgain();
      const mixed = [...events, ...events]
        .map((event) => ({ event, place: shuffle.next().value }))
        .sort((a, b) => a.place - b.place)
        .map(({ event }) => event);
      await r.slice.receive(mixed.slice(0, cut));
      await r.slice.receive(mixed.slice(cut));
      const again = [];
      for (const instant of instants) again.push(await measured(instant));
      expect(again).toEqual(straight);
    }),
    { numRuns: 20 },
  );
});

test("a correction restates the figure, and what was known before it is told again exactly", async () => {
  await startAgain();
  const [recordId = ""] = persons;
  const subjects = [{ recordId, role: "SUBJECT" }] as const;
  const call = (day: number, more: object = {}) => ({
    ...{ callId: randomUUID(), agencyId: r.department, receivedAt: at(day), commonCode: "MENTAL", subjects },
    ...{ incidentNumber: randomUUID(), ...more },
  });
  const [selection, first, second, third] = [call(-300), call(-50), call(-40), call(20)] as const;
  await r.slice.receive([selection, first, second, third].map((told0) => callEvent(told0, told(0))));
  const before = await measured();
  expect(before.enrolled).toMatchObject({ persons: 1, incidentsBefore: 2, incidentsAfter: 1 });
  await r.slice.receive([
    callEvent({ ...second, incidentNumber: first.incidentNumber }, told(1)),
    callEvent({ ...third, subjects: [] }, told(2)),
  ]);
  expect((await measured()).enrolled).toMatchObject({ persons: 1, incidentsBefore: 1, incidentsAfter: 0 });
  expect((await measured(told(1))).enrolled).toMatchObject({ incidentsBefore: 1, incidentsAfter: 1 });
  expect(await measured("2026-02-01T12:00:00Z")).toEqual(before);
});

test("a contact that was recorded later was not known earlier", async () => {
  await startAgain();
  const late = randomUUID();
  await county.refer([
    { recordId: late, submitted: "2025-05-20", contacts: [indexDay], recordedAt: "2026-02-10T00:00:00Z" },
  ]);
  await r.slice.receive(
    [-300, -20, 20].map((day) =>
      callEvent(
        {
          ...{ agencyId: r.department, receivedAt: at(day), commonCode: "MENTAL" },
          subjects: [{ recordId: late, role: "SUBJECT" }],
        },
        told(0),
      ),
    ),
  );
  expect((await measured()).enrolled).toMatchObject({ persons: 1 });
  expect((await measured("2026-02-09T00:00:00Z")).enrolled).toMatchObject({ persons: 0 });
});
