import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { answerOf, startTestGateway, type TestGateway } from "../testing/startTestGateway";
import { hashOf, readManifest } from "./documentManifest";
import { documentRule } from "./documentRule";

const names = "query Names { organizations(first: 1) { edges { node { name } } } }";
const count = "query Count { organizations(first: 1) { totalCount } }";
const stranger = "query Stranger { organizations(first: 2) { totalCount } }";
const operations = [
  { id: hashOf(names), name: "Names", type: "query", body: names },
  { id: "count-1", name: "Count", type: "query", body: count, clientName: "partner-x" },
  { id: "staff-1", name: "Staff", type: "query", body: `${count} `, roles: [Role.SUPERVISOR] },
];
const documents = readManifest(
  "console.json",
  JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations }),
);
const free = { subject: "OFFICER-1", client: "console" };
const partner = { subject: "PARTNER_CLIENT-1", client: "partner-x" };
const supervisor = { subject: "SUPERVISOR-1", client: "console" };
const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

let gateway: TestGateway;
beforeAll(async () => {
  const rule = documentRule.parse("role:SUPERVISOR, client:partner-x");
  gateway = await startTestGateway({ trusted: { documents, rule } }, () => ({
    data: { organizations: { edges: [], totalCount: 4 } },
  }));
});
afterAll(() => gateway.stop());

test("a registered document is asked for by its hash, or its id, in each of the ways that clients know", async () => {
  for (const body of [
    persisted(hashOf(names)),
    { documentId: `sha256:${hashOf(names)}` },
    { documentId: hashOf(names) },
  ])
    expect(await gateway.ask(body)).toMatchObject({ status: 200, data: { organizations: { edges: [] } } });
  expect(await gateway.ask({ documentId: "count-1" }, partner)).toMatchObject({
    data: { organizations: { totalCount: 4 } },
  });
  expect(await answerOf(await fetch(`${gateway.url}?documentId=${hashOf(names)}`))).toMatchObject({
    status: 200,
    codes: [],
  });
});

test("a document of another client, or of another role, is as unknown as one that is not registered", async () => {
  for (const id of ["count-1", "staff-1", "none"])
    expect((await gateway.ask(persisted(id), free)).codes).toEqual(["PERSISTED_QUERY_NOT_FOUND"]);
  expect((await gateway.ask(persisted("staff-1"), partner)).codes).toEqual(["QUERY_NOT_IN_SAFELIST"]);
  expect((await gateway.ask(persisted("staff-1"), supervisor)).codes).toEqual([]);
});

test("automatic persisted queries go on beside the registry", async () => {
  expect((await gateway.ask(persisted(hashOf(stranger)), free)).codes).toEqual(["PERSISTED_QUERY_NOT_FOUND"]);
  expect((await gateway.ask({ query: stranger, ...persisted(hashOf(stranger)) }, free)).codes).toEqual([]);
  expect((await gateway.ask(persisted(hashOf(stranger)), free)).codes).toEqual([]);
});

test.each([
  ["a document of its own", { query: stranger }],
  ["a document with a hash", { query: stranger, ...persisted(hashOf(stranger)) }],
  ["a document under another's hash", { query: stranger, ...persisted(hashOf(names)) }],
  ["what is not in the schema", { query: "{ noSuchField }" }],
  ["introspection", { query: "{ __schema { types { name } } }" }],
  ["what is not GraphQL", { query: "not GraphQL" }],
  ["another role's document", { query: `${count} ` }],
  ["an id of nobody's", { documentId: "none" }],
  ["variables that would be refused", { query: stranger, variables: { text: "half of a pair: \ud800" } }],
])(
  "L22: a restricted client runs nothing else: %s is refused, and not held against the schema",
  async (_what, body) => {
    const asked = gateway.sliceRequests();
    expect(await gateway.ask(body, partner)).toMatchObject({ status: 400, codes: ["QUERY_NOT_IN_SAFELIST"] });
    expect(gateway.sliceRequests()).toBe(asked);
  },
);

test("L22: a restricted client's own documents run, by id or whole, and a restricted role's too", async () => {
  for (const body of [{ query: count }, { query: names }, { query: names, ...persisted(hashOf(names)) }])
    expect(await gateway.ask(body, partner)).toMatchObject({ status: 200, codes: [] });
  expect((await gateway.ask({ query: stranger }, supervisor)).codes).toEqual(["QUERY_NOT_IN_SAFELIST"]);
  expect((await gateway.ask({ query: `${count} ` }, supervisor)).codes).toEqual([]);
  expect((await gateway.ask({ query: count }, supervisor)).codes).toEqual(["QUERY_NOT_IN_SAFELIST"]);
});

test("what this process asks itself is not restricted", async () => {
  const { errors } = await gateway.gateway.execute(testViewer(Role.SUPERVISOR), { query: stranger });
  expect(errors).toBeUndefined();
});
