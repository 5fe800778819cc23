import { startReferrals, type Referrals } from "../testing/startReferrals";

let r: Referrals;

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

test("a provider has a relation with the persons of its accepted and open service referrals, a social worker with those of its own open referrals", async () => {
  const { id: referralId, recordId } = await r.accepted();
  const serviceId = r.neighbours.service(r.organization);
  const sent = await r.act(r.worker, "referToService", { referralId, serviceId, need: "HOUSING" });
  const serviceReferralId = sent.payload.serviceReferral.id;
  const other = (await r.submitted()).recordId;
  const ask = async (
    viewer: typeof r.officer,
    recordIds: readonly string[] | null = [recordId, other, "nonsense"],
  ): Promise<string[]> =>
    ((await r.port(viewer, "relations", recordIds ? { recordIds } : {})) as { recordIds: string[] }).recordIds;
  expect(await ask(r.provider)).toEqual([]);
  expect(await ask(r.worker)).toEqual([recordId]);
  await r.act(r.provider, "acceptServiceReferral", { serviceReferralId });
  expect(await ask(r.provider)).toEqual([recordId]);
  expect(await ask(r.provider, null)).toContain(recordId);
  expect((await ask(r.worker, null))[0]).toBe(recordId);
  for (const viewer of [r.strangeProvider, r.secondWorker, r.supervisor, r.officer, r.anonymous])
    expect(await ask(viewer)).toEqual([]);
  await r.act(r.provider, "completeServiceReferral", { serviceReferralId, outcome: "GOT_HELP" });
  await r.act(r.worker, "completeReferral", { referralId, outcome: "GOT_HELP" });
  expect([await ask(r.provider), await ask(r.worker)]).toEqual([[], []]);
});
