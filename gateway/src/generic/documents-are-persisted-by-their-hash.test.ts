import { createHash } from "node:crypto";

import { persistedDocuments } from "../persistedDocuments";
import type { ForeignSlice } from "./testing/foreignSlice";
import { composedOf, startShopSlices } from "./testing/shop";
import { startTestGateway, type TestGateway } from "./testing/startTestGateway";

let slices: readonly ForeignSlice[];
let gateway: TestGateway;

beforeAll(async () => {
  slices = await startShopSlices();
});
afterAll(async () => {
  await Promise.all(slices.map((slice) => slice.stop()));
});
beforeEach(async () => {
  gateway = await startTestGateway(composedOf(slices));
});
afterEach(() => gateway.stop());

const query = "{ products { name } }";
const data = { products: [{ name: "Table" }, { name: "Chair" }] };

const extensionsOf = (document: string, version = 1) => ({
  persistedQuery: { version, sha256Hash: createHash("sha256").update(document).digest("hex") },
});

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

async function post(request: object, accept = "*/*"): Promise<Reply> {
  const headers = { "content-type": "application/json", accept };
  const response = await fetch(gateway.url, { method: "POST", headers, body: JSON.stringify(request) });
  return { status: response.status, body: await response.json() };
}

async function get(extensions: object): Promise<Reply> {
  const response = await fetch(`${gateway.url}?extensions=${encodeURIComponent(JSON.stringify(extensions))}`);
  return { status: response.status, body: await response.json() };
}

const notFound = { errors: [{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }] };

test("a hash that is not known is asked for, then stands for its document, by POST and by GET", async () => {
  const extensions = extensionsOf(query);
  expect(await post({ extensions })).toEqual({ status: 200, body: notFound });
  expect(await post({ query, extensions })).toEqual({ status: 200, body: { data } });
  expect(await post({ extensions })).toEqual({ status: 200, body: { data } });
  expect(await get(extensions)).toEqual({ status: 200, body: { data } });
});

test("an answer without data is no success for a client that goes by the status", async () => {
  const unknown = await post({ extensions: extensionsOf(query) }, "application/graphql-response+json");
  expect(unknown).toEqual({ status: 400, body: notFound });
});

test("a hash of another document registers nothing", async () => {
  const extensions = extensionsOf(query);
  const { status, body } = await post({ query: "{ products { upc } }", extensions });
  expect(status).toBe(400);
  expect(body).toMatchObject({ errors: [{ message: "provided sha does not match query" }] });
  expect(await post({ extensions })).toEqual({ status: 200, body: notFound });
});

test("what does not fit the schema is not kept", async () => {
  const extensions = extensionsOf("{ nothing }");
  await post({ query: "{ nothing }", extensions });
  expect(await post({ extensions })).toEqual({ status: 200, body: notFound });
});

test("another version of the protocol is refused", async () => {
  const { status, body } = await post({ query, extensions: extensionsOf(query, 2) });
  expect(status).toBe(400);
  expect(body).toMatchObject({ errors: [{ message: "Unsupported persisted query version" }] });
});

test("a reload keeps what was registered", async () => {
  const extensions = extensionsOf(query);
  await post({ query, extensions });
  await gateway.write(`${composedOf(slices)}\n# changed`);
  await gateway.reload();
  expect(await post({ extensions })).toEqual({ status: 200, body: { data } });
});

test("the documents that were used last are kept, and no more than fit", async () => {
  const kept = persistedDocuments(30);
  await kept.set("a", "x".repeat(10));
  await kept.set("b", "x".repeat(10));
  await kept.get("a");
  await kept.set("c", "x".repeat(15));
  await kept.set("d", "x".repeat(31));
  const known = await Promise.all(["a", "b", "c", "d"].map((hash) => kept.get(hash)));
  expect(known.map((document) => document?.length)).toEqual([10, undefined, 15, undefined]);
});
