import { randomUUID } from "node:crypto";

import { plantedTexts } from "@corespond/kit/testing";

import { startReferrals, type Referrals } from "../testing/startReferrals";

const mark = "Markofexpungement";
let r: Referrals;

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

const expunge = async (recordIds: readonly string[]): Promise<void> => {
  await r.slice.receive([
    {
      id: randomUUID(),
      source: "people",
      type: "person.expunged",
      entityId: randomUUID(),
      occurredAt: new Date().toISOString(),
      payload: { recordIds },
    },
  ]);
};

/** A referral with words of the person in every text that this slice keeps. */
const workedReferral = async () => {
  const legalBasis = { basis: "STATUTE", citation: mark };
  const referral = await r.accepted({ narrative: mark, legalBasis });
  const referralId = referral.id;
  const occurredAt = "2026-01-05T15:00:00Z";
  await r.act(r.worker, "recordContact", { referralId, kind: "PHONE", result: "COMPLETED", occurredAt, notes: mark });
  const serviceId = r.neighbours.service(r.organization);
  await r.act(r.worker, "referToService", { referralId, serviceId, need: "HOUSING", message: mark, legalBasis });
  await r.act(r.worker, "putReferralOnHold", { referralId, reason: { code: "OTHER", text: mark } });
  return referral;
};

test("L21: after an expungement no table holds a word of the person, nor their record's id outside the audit", async () => {
  const { recordId } = await workedReferral();
  const other = await r.accepted({ narrative: "Exampleton" });
  const tables = (await plantedTexts(r, mark)).map(({ table }) => table);
  expect(tables).toEqual(["contact", "referral", "referral_event", "service_referral"]);
  await expunge([recordId]);
  expect(await plantedTexts(r, mark)).toEqual([]);
  expect((await plantedTexts(r, recordId)).map(({ table }) => table)).toEqual(["audit_entry"]);
  expect((await plantedTexts(r, "Exampleton")).map(({ table }) => table)).toEqual(["referral"]);
  expect((await plantedTexts(r, other.recordId)).map(({ table }) => table)).toContain("referral");
});

test("L21: an open referral of an expunged person is cancelled, and its figures remain without them", async () => {
  const { id, recordId } = await workedReferral();
  const [before] = await r.owner<{ n: number }>("SELECT count(*)::int AS n FROM referral");
  await expunge([recordId]);
  await expunge([recordId]);
  const [row] = await r.owner("SELECT status, narrative, status_reason_text FROM referral WHERE id = $1", [id]);
  expect(row).toEqual({ status: "CANCELLED", narrative: null, status_reason_text: "Expunged" });
  expect(await r.owner("SELECT count(*)::int AS n FROM referral")).toEqual([before]);
  expect(await r.port(r.worker, "relations", { recordIds: [recordId] })).toEqual({ recordIds: [] });
});

test("13.04: what is held about a person is told to privacy officers alone", async () => {
  const { recordId } = await workedReferral();
  const answer = (await r.port(r.privacyOfficer, "holdings", { recordIds: [recordId] })) as { items: unknown[] };
  expect(answer.items.length).toBe(3);
  for (const viewer of [r.officer, r.worker, r.supervisor, r.provider])
    expect(await r.port(viewer, "holdings", { recordIds: [recordId] })).toEqual({ lastActivityAt: null, items: [] });
});

test("L3: what a protected program holds is no part of the answer to a person, but counts as activity", async () => {
  const referral = await r.accepted();
  const serviceId = r.neighbours.service(r.organization, { protectedProgram: "PART_2" });
  await r.act(r.worker, "referToService", { referralId: referral.id, serviceId, need: "SUBSTANCE_USE", message: mark });
  const answer = (await r.port(r.privacyOfficer, "holdings", { recordIds: [referral.recordId] })) as {
    lastActivityAt: string;
    items: { kind: string }[];
  };
  expect(answer.items.map(({ kind }) => kind)).toEqual(["Referral to a social worker"]);
  expect(JSON.stringify(answer.items)).not.toContain(mark);
});
