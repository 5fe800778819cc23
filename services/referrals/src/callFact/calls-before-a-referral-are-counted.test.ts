import { randomUUID } from "node:crypto";

import { startReferrals, type Referrals } from "../testing/startReferrals";

let r: Referrals;
const submittedAt = "2026-06-01T12:00:00Z";
const day = 86_400_000;
const before = (days: number): string => new Date(Date.parse(submittedAt) - days * day).toISOString();

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

interface Call {
  readonly callId?: string;
  readonly agencyId?: string;
  readonly incidentNumber?: string;
  readonly receivedAt?: string;
  readonly subjects: readonly { readonly recordId: string; readonly role: "CALLER" | "SUBJECT" }[];
}

/** Delivers an event as the agencies slice's relay would. */
async function recorded(call: Call, occurredAt = "2026-06-02T00:00:00.000Z", id = randomUUID()): Promise<string> {
  const callId = call.callId ?? randomUUID();
  const payload = {
    agencyId: r.department,
    incidentNumber: randomUUID(),
    receivedAt: before(10),
    commonCode: "WELFARE",
    ...call,
    callId,
  };
  await r.slice.receive([{ id, source: "agencies", type: "call.recorded", entityId: callId, occurredAt, payload }]);
  return callId;
}

const count = async (viewer: typeof r.officer, id: string): Promise<number> =>
  (await r.see(viewer, `{ referral(id: "${id}") { priorCallCount } }`)).referral.priorCallCount;

test("distinct incidents with the person as their subject count, in the 365 days before", async () => {
  const { id, recordId } = await r.submitted({ submittedAt });
  const subjects = [{ recordId, role: "SUBJECT" }] as const;
  await recorded({ subjects });
  await recorded({ subjects: [...subjects, { recordId, role: "CALLER" }], incidentNumber: "one incident" });
  await recorded({ subjects, incidentNumber: "one incident" });
  await recorded({ subjects, receivedAt: before(364) });
  expect(await count(r.worker, id)).toBe(3);
  await recorded({ subjects: [{ recordId, role: "CALLER" }] });
  await recorded({ subjects: [{ recordId: randomUUID(), role: "SUBJECT" }] });
  await recorded({ subjects, receivedAt: before(366) });
  await recorded({ subjects, receivedAt: before(-1) });
  expect(await count(r.worker, id)).toBe(3);
});

test("nobody counts calls of an agency whose calls they may not see", async () => {
  const { id, recordId } = await r.submitted({ submittedAt });
  await recorded({ subjects: [{ recordId, role: "SUBJECT" }] });
  await recorded({ agencyId: r.otherDepartment, subjects: [{ recordId, role: "SUBJECT" }] });
  expect(
    await Promise.all([r.officer, r.worker, r.secondWorker, r.supervisor].map((viewer) => count(viewer, id))),
  ).toEqual([1, 1, 2, 2]);
});

test("a later event corrects a call, and one that comes again or late changes nothing", async () => {
  const { id, recordId } = await r.submitted({ submittedAt });
  const subjects = [{ recordId, role: "SUBJECT" }] as const;
  const eventId = randomUUID();
  const callId = await recorded({ subjects }, "2026-06-02T00:00:00.000Z", eventId);
  expect(await count(r.worker, id)).toBe(1);
  await recorded({ callId, subjects: [] }, "2026-06-03T00:00:00.000Z");
  expect(await count(r.worker, id)).toBe(0);
  await recorded({ callId, subjects }, "2026-06-02T00:00:00.000Z", eventId);
  await recorded({ callId, subjects }, "2026-06-02T12:00:00.000Z");
  expect(await count(r.worker, id)).toBe(0);
});

test("an event that is not as agreed is refused, and noted as not taken", async () => {
  const id = randomUUID();
  const broken = {
    id,
    source: "agencies",
    type: "call.recorded",
    entityId: id,
    occurredAt: submittedAt,
    payload: { callId: "nonsense" },
  };
  await expect(r.slice.receive([broken])).rejects.toThrow();
  expect(await r.owner("SELECT 1 FROM inbox WHERE event_id = $1", [id])).toEqual([]);
});
