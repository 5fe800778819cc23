import { startReferrals, type Referrals } from "../testing/startReferrals";

let r: Referrals;

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

const ask = async (viewer: typeof r.officer, recordIds: readonly string[] | null): Promise<readonly string[]> =>
  ((await r.port(viewer, "relations", recordIds ? { recordIds } : {})) as { recordIds: string[] }).recordIds;

test("the welfare side has a relation with whom an open referral to it is about, from the moment it is sent", async () => {
  const { id: referralId, recordId } = await r.submitted();
  const elsewhere = "01890a5d-ac96-774b-bcce-b302099a8057";
  for (const viewer of [r.worker, r.secondWorker, r.supervisor, r.privacyOfficer])
    expect(await ask(viewer, [recordId, elsewhere, "nonsense"])).toEqual([recordId]);
  for (const viewer of [r.strangeWorker, r.provider, r.officer, r.anonymous])
    expect(await ask(viewer, [recordId])).toEqual([]);
  await r.act(r.worker, "acceptReferral", { referralId });
  expect((await ask(r.worker, null))[0]).toBe(recordId);
  expect(await ask({ ...r.worker, serves: [] }, [recordId])).toEqual([]);
  await r.act(r.worker, "completeReferral", { referralId, outcome: "GOT_HELP" });
  for (const viewer of [r.worker, r.supervisor, r.privacyOfficer]) expect(await ask(viewer, [recordId])).toEqual([]);
});

test("a provider has a relation with the persons of its accepted and open service referrals", async () => {
  const { id: referralId, recordId } = await r.accepted();
  const other = (await r.submitted()).recordId;
  const serviceId = r.neighbours.service(r.organization);
  const sent = await r.act(r.worker, "referToService", { referralId, serviceId, need: "HOUSING" });
  const serviceReferralId = sent.payload.serviceReferral.id;
  const asked = [recordId, other];
  expect(await ask(r.provider, asked)).toEqual([]);
  await r.act(r.provider, "acceptServiceReferral", { serviceReferralId });
  expect(await ask(r.provider, asked)).toEqual([recordId]);
  expect(await ask(r.provider, null)).toContain(recordId);
  expect(await ask(r.strangeProvider, asked)).toEqual([]);
  await r.act(r.provider, "completeServiceReferral", { serviceReferralId, outcome: "GOT_HELP" });
  expect(await ask(r.provider, asked)).toEqual([]);
});

test("L5: a provider's relation says through which protected programs it is, and no other does", async () => {
  const { id: referralId, recordId } = await r.accepted();
  r.neighbours.consent(recordId, [r.organization]);
  const refer = async (facts: object, need: string) => {
    const serviceId = r.neighbours.service(r.organization, { ...facts });
    const { payload } = await r.act(r.worker, "referToService", { referralId, serviceId, need });
    await r.act(r.provider, "acceptServiceReferral", { serviceReferralId: payload.serviceReferral.id });
  };
  const told = (viewer: typeof r.officer) => r.port(viewer, "relations", { recordIds: [recordId] });
  await refer({}, "FOOD");
  expect(await told(r.provider)).toEqual({ recordIds: [recordId] });
  await refer({ protectedProgram: "PART_2" }, "SUBSTANCE_USE");
  expect(await told(r.provider)).toEqual({
    recordIds: [recordId],
    protectedRelations: [{ recordId, programs: ["PART_2"] }],
  });
  expect(await told(r.worker)).toEqual({ recordIds: [recordId] });
});
