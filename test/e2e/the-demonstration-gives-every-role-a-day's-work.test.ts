import { readFile, rm } from "node:fs/promises";
import path from "node:path";

import { dataOf } from "./harness/graphClient";
import { createTestPlace, startTestHub, type TestHub, type TestPlace } from "./harness/startTestHub";

interface Listed<N> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: N }[];
}

let place: TestPlace;
let hub: TestHub;
beforeAll(async () => {
  place = await createTestPlace();
  hub = await startTestHub(place);
}, 120_000);
afterAll(async () => {
  await hub.stop();
});

const ask = async <D>(account: string, query: string): Promise<D> => dataOf(await hub.as<D>(account, query));

test.each([
  ["officer", "OFFICER"],
  ["dispatcher", "DISPATCHER"],
  ["social-worker", "SOCIAL_WORKER"],
  ["supervisor", "SUPERVISOR"],
  ["provider", "PROVIDER"],
  ["privacy-officer", "PRIVACY_OFFICER"],
  ["analyst", "ANALYST"],
  ["administrator", "ADMINISTRATOR"],
])("the account %s signs in as %s, and README's first query is answered", async (account, role) => {
  const readme = await readFile(path.join(__dirname, "../../README.md"), "utf8");
  const [, query = ""] = /```graphql\n(.*?)```/s.exec(readme) ?? [];
  expect(await ask(account, query)).toMatchObject({ me: { role }, referrals: { edges: expect.any(Array) as unknown } });
});

test("the partner's machine signs in too, and calls for service are refused to it by the document alone", async () => {
  const { data, errors } = await hub.as("partner-client", "{ me { role } calls(first: 1) { totalCount } }");
  expect(data).toEqual({ me: { role: "PARTNER_CLIENT" }, calls: null });
  expect(errors).toMatchObject([{ path: ["calls"], extensions: { code: "FORBIDDEN" } }]);
});

test("the program's coverage is that of the reports, from rows", async () => {
  const { programs } = await ask<{ programs: readonly { coverage: unknown }[] }>(
    "analyst",
    '{ programs { coverage(asOf: "2021-08-31") { agencies plannedAgencies jurisdictions plannedJurisdictions socialWorkers plannedSocialWorkers } } }',
  );
  expect(programs[0]?.coverage).toEqual({
    agencies: 14,
    plannedAgencies: 7,
    jurisdictions: 14,
    plannedJurisdictions: 15,
    socialWorkers: 12,
    plannedSocialWorkers: 0,
  });
});

test("the officer follows referrals in every acknowledgement, and reads whom they are for", async () => {
  const query =
    "{ referrals(first: 50) { totalCount edges { node { acknowledgement person { id } } } } calls(first: 1) { totalCount } }";
  const { referrals, calls } = await ask<{
    referrals: Listed<{ acknowledgement: string; person: { id: string } | null }>;
    calls: Listed<unknown>;
  }>("officer", query);
  expect(referrals.totalCount).toBeGreaterThanOrEqual(3);
  expect(new Set(referrals.edges.map(({ node }) => node.acknowledgement))).toEqual(
    new Set(["RECEIVED", "ACKNOWLEDGED", "CLOSED"]),
  );
  expect(referrals.edges.every(({ node }) => node.person !== null)).toBe(true);
  expect(calls.totalCount).toBeGreaterThanOrEqual(8);
});

test("the social worker has referrals to decide on, and a caseload in every state of work", async () => {
  const query =
    "{ referrals(first: 1, filter: { status: REQUESTED }) { totalCount } me { caseload(first: 50) { edges { node { status person { id } } } } } }";
  const { referrals, me } = await ask<{
    referrals: Listed<unknown>;
    me: { caseload: Listed<{ status: string; person: { id: string } | null }> };
  }>("social-worker", query);
  expect(referrals.totalCount).toBeGreaterThanOrEqual(3);
  expect(new Set(me.caseload.edges.map(({ node }) => node.status))).toEqual(
    new Set(["ACCEPTED", "IN_PROGRESS", "ON_HOLD"]),
  );
  expect(me.caseload.edges.every(({ node }) => node.person !== null)).toBe(true);
});

test("the supervisor sees the referrals of all cities, in every state, but of no protected service", async () => {
  const query =
    "{ referrals(first: 50) { edges { node { status agency { name } } } } serviceReferrals(first: 50) { edges { node { status protected } } } }";
  const { referrals, serviceReferrals } = await ask<{
    referrals: Listed<{ status: string; agency: { name: string } }>;
    serviceReferrals: Listed<{ status: string; protected: boolean }>;
  }>("supervisor", query);
  const states = ["REQUESTED", "ACCEPTED", "REJECTED", "IN_PROGRESS", "ON_HOLD", "CANCELLED", "COMPLETED", "FAILED"];
  expect(new Set(referrals.edges.map(({ node }) => node.status))).toEqual(new Set(states));
  expect(new Set(referrals.edges.map(({ node }) => node.agency.name)).size).toBe(3);
  expect(new Set(serviceReferrals.edges.map(({ node }) => node.status))).toEqual(
    new Set(["REQUESTED", "ACCEPTED", "REJECTED", "COMPLETED"]),
  );
  expect(serviceReferrals.edges.some(({ node }) => node.protected)).toBe(false);
});

test("the provider has requests to answer, somebody accepted, and somebody helped", async () => {
  const query = "{ serviceReferrals(first: 50) { edges { node { status outcome person { id } } } } }";
  const { serviceReferrals } = await ask<{
    serviceReferrals: Listed<{ status: string; outcome: string | null; person: unknown }>;
  }>("provider", query);
  const nodes = serviceReferrals.edges.map(({ node }) => node);
  const inState = (status: string) => nodes.filter((node) => node.status === status);
  expect(inState("REQUESTED").length).toBeGreaterThanOrEqual(2);
  const person = { id: expect.any(String) as string };
  expect(inState("ACCEPTED")).toEqual([{ status: "ACCEPTED", outcome: null, person }]);
  expect(inState("COMPLETED")).toEqual([{ status: "COMPLETED", outcome: "GOT_HELP", person }]);
});

test("the dispatcher sees the calls of three cities", async () => {
  const query = "{ calls(first: 50) { edges { node { agency { name } } } } }";
  const { calls } = await ask<{ calls: Listed<{ agency: { name: string } }> }>("dispatcher", query);
  expect(new Set(calls.edges.map(({ node }) => node.agency.name)).size).toBe(3);
});

test("the privacy officer sees that referrals were made, and none of their narratives", async () => {
  const { referrals } = await ask<{ referrals: Listed<{ narrative: string | null }> }>(
    "privacy-officer",
    "{ referrals(first: 50) { edges { node { narrative } } } }",
  );
  expect(referrals.edges.length).toBeGreaterThanOrEqual(10);
  expect(referrals.edges.every(({ node }) => node.narrative === null)).toBe(true);
});

test.each(["analyst", "administrator"])("the %s sees the county and its services, and no resident", async (account) => {
  const query =
    "{ agencies(first: 1) { totalCount } organizations(first: 1) { totalCount } referrals(first: 1) { totalCount } calls(first: 1) { totalCount } }";
  const { agencies, organizations, referrals, calls } = await ask<Readonly<Record<string, Listed<unknown>>>>(
    account,
    query,
  );
  expect([agencies?.totalCount, organizations?.totalCount]).toEqual([24, 8]);
  expect([referrals?.totalCount ?? 0, calls?.totalCount ?? 0]).toEqual([0, 0]);
});

test("a start that was interrupted before the end goes on, and doubles nothing", async () => {
  const tables = [
    "people.person_record",
    "people.consent",
    "agencies.call_for_service",
    "referrals.referral",
    "referrals.contact",
    "referrals.service_referral",
    "resources.service",
  ];
  const counts = async (): Promise<readonly unknown[]> =>
    await Promise.all(
      tables.map(async (table) => {
        const [slice = "", name = ""] = table.split(".");
        return (await place.databases.owner<{ count: string }>(slice, `SELECT count(*) FROM ${name}`))[0]?.count;
      }),
    );
  const before = await counts();
  expect(before).toEqual(["15", "5", "17", "15", "10", "9", "16"]);
  await hub.stopHub();
  await rm(path.join(place.dataFolder, "demonstration.loaded"));
  hub = await startTestHub(place);
  expect(await counts()).toEqual(before);
}, 60_000);
