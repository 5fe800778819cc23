import fc from "fast-check";

import { inProviderSight, inProviderSightSql } from "../serviceReferral/providerSight";
import { startReferrals, type Answer, type Referrals } from "../testing/startReferrals";
import { ReferralStatus } from "../vocabulary/referralStatus";

let r: Referrals;

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());
afterEach(() => {
  r.neighbours.sightDays = 0;
});

const message = "Uses a wheelchair.";
const reason = { code: "NO_LONGER_INTERESTED", text: "Decided otherwise." };

/** A service referral that the provider has accepted. */
async function accepted(): Promise<{ id: string; referralId: string; recordId: string }> {
  const { id: referralId, recordId } = await r.accepted();
  const serviceId = r.neighbours.service(r.organization);
  const sent = await r.act(r.worker, "referToService", { referralId, serviceId, need: "HOUSING", message });
  expect(sent.codes).toEqual([]);
  const id = sent.payload.serviceReferral.id;
  expect((await r.act(r.provider, "acceptServiceReferral", { serviceReferralId: id })).codes).toEqual([]);
  return { id, referralId, recordId };
}

/** What the provider gets of the person: by the port, by the root field, in a list and as a reference. */
async function sight({ id, recordId }: { id: string; recordId: string }): Promise<readonly boolean[]> {
  const { recordIds } = (await r.port(r.provider, "relations", { recordIds: [recordId] })) as { recordIds: string[] };
  const fields = "id message person { recordId } redactions { field }";
  const data = await r.see(
    r.provider,
    `query ($_: [_Any!]!) { serviceReferral(id: "${id}") { ${fields} } serviceReferrals(first: 100) { edges { node { ${fields} } } }
      _entities(representations: $_) { ... on ServiceReferral { ${fields} } } }`,
    { _: [{ __typename: "ServiceReferral", id }] },
  );
  const inList = data.serviceReferrals.edges.map(({ node }: Answer) => node).find((node: Answer) => node.id === id);
  return [
    recordIds.includes(recordId),
    ...[data.serviceReferral, inList, data._entities[0]].map((seen: Answer) => {
      const withheld = seen.redactions.some(({ field }: Answer) => field === "person");
      expect(seen.message).toBe(withheld ? null : message);
      expect(seen.person).toEqual(withheld ? null : { recordId });
      return !withheld;
    }),
  ];
}

const all = [true, true, true, true];
const none = [false, false, false, false];

const closedAgo = async (id: string, period: string): Promise<void> => {
  await r.owner("UPDATE service_referral SET closed_at = clock_timestamp() - $2::interval WHERE id = $1", [id, period]);
};

test("L23: a provider sees the person until the program's days after it closed are over, and not a moment longer", async () => {
  r.neighbours.sightDays = 30;
  for (const outcome of ["GOT_HELP", "NO_CAPACITY"]) {
    const referral = await accepted();
    expect(await sight(referral)).toEqual(all);
    const explanation = outcome === "GOT_HELP" ? {} : { explanation: "No bed." };
    const input = { serviceReferralId: referral.id, outcome, ...explanation };
    expect((await r.act(r.provider, "completeServiceReferral", input)).codes).toEqual([]);
    expect(await sight(referral)).toEqual(all);
    await closedAgo(referral.id, "719 hours 59 minutes");
    expect(await sight(referral)).toEqual(all);
    await closedAgo(referral.id, "720 hours");
    expect(await sight(referral)).toEqual(none);
  }
});

test("L23: with no days sight ends at once, and a program that shortens its days shortens them for what is sent later", async () => {
  r.neighbours.sightDays = 2;
  const before = await accepted();
  r.neighbours.sightDays = 0;
  const after = await accepted();
  for (const { id } of [before, after])
    await r.act(r.provider, "completeServiceReferral", { serviceReferralId: id, outcome: "GOT_HELP" });
  expect(await sight(before)).toEqual(all);
  expect(await sight(after)).toEqual(none);
});

test("L23: what was cancelled ends at once, whatever the days, by its author and with the referral", async () => {
  r.neighbours.sightDays = 30;
  const one = await accepted();
  await r.act(r.worker, "cancelServiceReferral", { serviceReferralId: one.id, reason });
  expect(await sight(one)).toEqual(none);
  const other = await accepted();
  await r.act(r.worker, "cancelReferral", { referralId: other.referralId, reason });
  expect(await sight(other)).toEqual(none);
});

test("L23: another organization never sees it, and one that is open keeps the person in sight whatever else is over", async () => {
  r.neighbours.sightDays = 1;
  const closed = await accepted();
  await r.act(r.provider, "completeServiceReferral", { serviceReferralId: closed.id, outcome: "GOT_HELP" });
  await closedAgo(closed.id, "2 days");
  const asked = { recordIds: [closed.recordId] };
  expect(await r.port(r.strangeProvider, "relations", asked)).toEqual({ recordIds: [] });
  expect(await r.port(r.provider, "relations", asked)).toEqual({ recordIds: [] });
  const serviceId = r.neighbours.service(r.organization);
  const again = await r.act(r.worker, "referToService", { referralId: closed.referralId, serviceId, need: "FOOD" });
  expect(await r.port(r.provider, "relations", asked)).toEqual({ recordIds: [] });
  await r.act(r.provider, "acceptServiceReferral", { serviceReferralId: again.payload.serviceReferral.id });
  expect(await r.port(r.provider, "relations", asked)).toEqual(asked);
});

test("L23: the rule in the view and the rule in the database are one", async () => {
  const status = fc.constantFrom(...Object.values(ReferralStatus));
  const cases = fc.sample(
    fc.record({ status, sightDays: fc.integer({ min: 0, max: 3 }), hours: fc.integer({ min: -1, max: 80 }) }),
    {
      numRuns: 200,
      seed: 23,
    },
  );
  const [now] = await r.owner<{ now: Date }>("SELECT clock_timestamp() AS now");
  const at = now?.now ?? new Date();
  const rows = cases.map(({ status: state, sightDays, hours }) => ({
    ...{ status: state, sight_days: sightDays },
    closed_at: new Date(at.getTime() - hours * 3_600_000 + 60_000),
  }));
  const decided = await r.owner<{ sees: boolean }>(
    `SELECT ${inProviderSightSql("s")} AS sees FROM jsonb_to_recordset($1) AS s (status text, sight_days smallint, closed_at timestamptz)`,
    [JSON.stringify(rows)],
  );
  expect(decided.map(({ sees }) => sees)).toEqual(
    rows.map((row) => inProviderSight({ status: row.status, closedAt: row.closed_at, sightDays: row.sight_days }, at)),
  );
});

test("a provider decides on coarse answers of a closed vocabulary, each given once, and keeps nothing of them on rejecting", async () => {
  const { id: referralId } = await r.accepted();
  const serviceId = r.neighbours.service(r.organization);
  const eligibility = [
    { question: "LIVES_IN_SERVICE_AREA", answer: "YES" },
    { question: "CHILDREN_WITH_THEM", answer: "UNKNOWN" },
  ];
  const input = { referralId, serviceId, need: "HOUSING" };
  const twice = await r.act(r.worker, "referToService", { ...input, eligibility: [eligibility[0], eligibility[0]] });
  expect(twice.codes).toEqual(["INVALID"]);
  const words = await r.act(r.worker, "referToService", {
    ...input,
    eligibility: [{ question: "NAME", answer: "YES" }],
  });
  expect(words.errors).toHaveLength(1);
  const { payload } = await r.act(r.worker, "referToService", { ...input, eligibility, message });
  const { id } = payload.serviceReferral;
  const shown =
    "need urgency ageBand eligibility { question answer } message person { recordId } timeline { totalCount }";
  const { serviceReferral } = await r.see(r.provider, `{ serviceReferral(id: "${id}") { ${shown} } }`);
  expect(serviceReferral).toEqual({
    ...{ need: "HOUSING", urgency: "ROUTINE", ageBand: null, eligibility },
    ...{ message: null, person: null, timeline: null },
  });
  await r.act(r.provider, "rejectServiceReferral", { serviceReferralId: id, reason });
  expect(await r.see(r.provider, `{ serviceReferral(id: "${id}") { eligibility { question } } }`)).toEqual({
    serviceReferral: null,
  });
});
