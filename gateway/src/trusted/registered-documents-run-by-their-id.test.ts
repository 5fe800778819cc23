import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { answerOf, startTestGateway, type TestGateway } from "../testing/startTestGateway";
import { hashOf, readManifest, type TrustedDocument } from "./documentManifest";
import { documentRule, freeForAll, type DocumentRule } from "./documentRule";

const names = "query Names { organizations(first: 1) { edges { node { name } } } }";
const count = "query Count { organizations(first: 1) { totalCount } }";
const stranger = "query Stranger { organizations(first: 2) { totalCount } }";
const operations = [
  { id: hashOf(names), name: "Names", type: "query", body: names },
  { id: "count-1", name: "Count", type: "query", body: count, clientName: "partner-x" },
  { id: "staff-1", name: "Staff", type: "query", body: `${count} `, roles: [Role.SUPERVISOR] },
];
const documents: readonly TrustedDocument[] = readManifest(
  "console.json",
  JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations }),
);
const partner = { subject: "PARTNER_CLIENT-1", client: "partner-x" };
const supervisor = { subject: "SUPERVISOR-1", client: "console" };
const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

let gateway: TestGateway;
const under = async (rule: DocumentRule): Promise<void> => {
  gateway = await startTestGateway({ trusted: { documents, rule } }, () => ({
    data: { organizations: { edges: [], totalCount: 4 } },
  }));
};
afterEach(async () => {
  await gateway.stop();
});

test("a registered document is asked for by its hash, or its id, in each of the ways that clients know", async () => {
  await under(freeForAll);
  for (const body of [
    persisted(hashOf(names)),
    { documentId: `sha256:${hashOf(names)}` },
    { documentId: hashOf(names) },
  ])
    expect(await gateway.ask(body)).toMatchObject({ status: 200, data: { organizations: { edges: [] } } });
  expect(await gateway.ask({ documentId: "count-1" }, partner)).toMatchObject({
    data: { organizations: { totalCount: 4 } },
  });
  const address = `${gateway.url}?documentId=${hashOf(names)}`;
  const headers = { "apollo-require-preflight": "1" };
  expect(await answerOf(await fetch(address, { headers }))).toMatchObject({ status: 200, codes: [] });
});

test("a document of another client, or of another role, is as unknown as one that is not registered", async () => {
  await under(freeForAll);
  expect((await gateway.ask(persisted("count-1"))).codes).toEqual(["PERSISTED_QUERY_NOT_FOUND"]);
  expect((await gateway.ask(persisted("none"), partner)).codes).toEqual(["PERSISTED_QUERY_NOT_FOUND"]);
  expect((await gateway.ask(persisted("staff-1"), partner)).codes).toEqual(["PERSISTED_QUERY_NOT_FOUND"]);
  expect((await gateway.ask(persisted("staff-1"), supervisor)).codes).toEqual([]);
});

test("automatic persisted queries go on beside the registry", async () => {
  await under(freeForAll);
  expect((await gateway.ask(persisted(hashOf(stranger)))).codes).toEqual(["PERSISTED_QUERY_NOT_FOUND"]);
  expect((await gateway.ask({ query: stranger, ...persisted(hashOf(stranger)) })).codes).toEqual([]);
  expect((await gateway.ask(persisted(hashOf(stranger)))).codes).toEqual([]);
});

test("where everybody is restricted, nothing else runs, and nothing of it is held against the schema", async () => {
  await under({ ...freeForAll, everybody: true });
  for (const body of [
    { query: stranger },
    { query: "{ noSuchField }" },
    { query: "{ __schema { types { name } } }" },
    { query: "not GraphQL" },
    { query: stranger, ...persisted(hashOf(stranger)) },
    { query: stranger, ...persisted(hashOf(names)) },
    { query: count },
    { documentId: "none" },
    { variables: { text: "half of a pair: \ud800" }, query: stranger },
  ])
    expect(await gateway.ask(body)).toMatchObject({ status: 400, codes: ["QUERY_NOT_IN_SAFELIST"] });
  expect(gateway.sliceRequests()).toBe(0);
  for (const body of [{ query: names }, persisted(hashOf(names)), { query: names, ...persisted(hashOf(names)) }])
    expect(await gateway.ask(body)).toMatchObject({ status: 200, codes: [] });
});

test("L22: roles and clients can be restricted, and others not", async () => {
  await under(documentRule.parse("role:SUPERVISOR, client:partner-x"));
  expect((await gateway.ask({ query: stranger })).codes).toEqual([]);
  expect((await gateway.ask({ query: stranger }, supervisor)).codes).toEqual(["QUERY_NOT_IN_SAFELIST"]);
  expect((await gateway.ask({ query: stranger }, partner)).codes).toEqual(["QUERY_NOT_IN_SAFELIST"]);
  expect((await gateway.ask({ query: count }, partner)).codes).toEqual([]);
  expect((await gateway.ask({ query: count }, supervisor)).codes).toEqual(["QUERY_NOT_IN_SAFELIST"]);
});

test("what this process asks itself is not restricted", async () => {
  await under({ ...freeForAll, everybody: true });
  const { errors } = await gateway.gateway.execute(testViewer(Role.OFFICER), { query: stranger });
  expect(errors).toBeUndefined();
});
