import { randomUUID } from "node:crypto";

import { startReferrals, type Referrals } from "../testing/startReferrals";
import { loadReferralHistory } from "./loadReferralHistory";
import type { PastReferral } from "./referralHistory";

let r: Referrals;

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

const load = (...data: readonly PastReferral[]): Promise<void> =>
  loadReferralHistory(r.slice.systemContext("test"), data);

const past = (more: object = {}): PastReferral =>
  ({
    id: randomUUID(),
    recordId: randomUUID(),
    agencyId: r.department,
    referredById: r.officer.id,
    source: "OFFICER",
    reasons: ["MENTAL_HEALTH"],
    submittedAt: "2020-02-01T10:00:00-06:00",
    ownerId: r.worker.id,
    acceptedAt: "2020-02-02T10:00:00-06:00",
    contacts: [{ id: randomUUID(), kind: "VISIT", result: "COMPLETED", occurredAt: "2020-02-05T10:00:00-06:00" }],
    end: { outcome: "GOT_HELP", at: "2020-04-01T10:00:00-05:00" },
    ...more,
  }) as PastReferral;

const story = async (viewer: typeof r.worker, id: string): Promise<unknown> =>
  (
    await r.see(
      viewer,
      `{ referral(id: "${id}") { status outcome statusReason { code } acknowledgement submittedAt owner { id }
        contacts { edges { node { result occurredAt } } } timeline(first: 10) { edges { node { kind from to } } } } }`,
    )
  ).referral;

test("a referral of the past reads as if it had been worked here, and loading it again changes nothing", async () => {
  const one = past();
  await load(one);
  await load(one);
  expect(await story(r.worker, one.id)).toEqual({
    status: "COMPLETED",
    outcome: "GOT_HELP",
    statusReason: null,
    acknowledgement: "CLOSED",
    submittedAt: "2020-02-01T16:00:00.000Z",
    owner: { id: r.worker.id },
    contacts: { edges: [{ node: { result: "COMPLETED", occurredAt: "2020-02-05T16:00:00.000Z" } }] },
    timeline: {
      edges: [
        { node: { kind: "COMPLETED", from: "IN_PROGRESS", to: "COMPLETED" } },
        { node: { kind: "CONTACT_RECORDED", from: "ACCEPTED", to: "IN_PROGRESS" } },
        { node: { kind: "ACCEPTED", from: "REQUESTED", to: "ACCEPTED" } },
        { node: { kind: "SUBMITTED", from: null, to: "REQUESTED" } },
      ],
    },
  });
});

test("an open one goes on from where it stood, and a failed one says why", async () => {
  const open = past({ end: null });
  const untouched = past({ end: null, contacts: [] });
  const failed = past({ end: { outcome: "NO_FUNDS", at: "2020-05-01T00:00:00Z" } });
  await load(open, untouched, failed);
  expect(await story(r.worker, open.id)).toMatchObject({ status: "IN_PROGRESS", acknowledgement: "ACKNOWLEDGED" });
  expect(await story(r.worker, untouched.id)).toMatchObject({ status: "ACCEPTED" });
  expect(await story(r.worker, failed.id)).toMatchObject({ status: "FAILED", statusReason: { code: "NO_FUNDS" } });
  const going = await r.act(r.worker, "completeReferral", { referralId: open.id, outcome: "GOT_HELP" });
  expect(going.payload.referral).toMatchObject({ status: "COMPLETED" });
});

test("steps out of order stop the load, and nothing is half done", async () => {
  const good = past();
  const wrong = past({ acceptedAt: "2020-01-01T00:00:00Z" });
  await expect(load(good, wrong)).rejects.toThrow(/order of the state machine/);
  await expect(load(past({ narrative: "Synthetic" }))).rejects.toThrow(/narrative/);
  expect(await story(r.worker, good.id)).toBeNull();
});

test("nobody but the hub itself loads the past", async () => {
  const context = { ...r.slice.systemContext("test"), viewer: { ...r.supervisor, exp: 0 } };
  await expect(loadReferralHistory(context, [past()])).rejects.toThrow(/Only the hub itself/);
});
