import { createTestDatabase } from "../../../../test/kit/database";
import { migrate } from "../database/migrate";
import { startTestSlice, testViewer, testViewerKey, type TestSlice } from "../testing/index";
import { notesSlice } from "../testing/notes/notesSlice";
import { Role } from "../viewer/role";
import { proofHeader, viewerHeader } from "../viewer/viewerHeaders";
import { eventsSignatureHeader, signEvents } from "../events/eventsSignature";
import { askedOfGraph, askedOfPort, delegate, proven } from "../viewer/viewerProof";
import type { Audience } from "../viewer/viewerToken";
import { serveSlice } from "./serveSlice";

const [newKey, oldKey] = ["n".repeat(32), "o".repeat(32)];

let notes: TestSlice;
let http: Awaited<ReturnType<typeof serveSlice>>;

beforeAll(async () => {
  notes = await startTestSlice(notesSlice, createTestDatabase);
  http = await serveSlice({
    slice: notes.slice,
    ports: ["echo"],
    host: "127.0.0.1",
    port: 0,
    eventsKey: `${newKey},${oldKey}`,
  });
});

afterAll(async () => {
  await http.close(0);
  await notes.stop();
});

const request = { query: "{ notes { totalCount } }" };

const by = (asked: string, audience: Audience = "notes/graph", key: string = testViewerKey) =>
  proven(delegate(testViewer(Role.OFFICER), audience, key), asked);

const post = async (path: string, sent: unknown, { viewerToken, proof }: ReturnType<typeof by>): Promise<number> => {
  const response = await fetch(new URL(path, http.url), {
    method: "POST",
    headers: { "content-type": "application/json", [viewerHeader]: viewerToken, [proofHeader]: proof },
    body: JSON.stringify(sent),
  });
  return response.status;
};

test("over HTTP and in memory, a request that the gateway signed is answered", async () => {
  const signed = by(askedOfGraph(request));
  expect(await post("/graphql", request, signed)).toBe(200);
  expect(await notes.slice.execute(request, { ...signed, delegations: {} })).toMatchObject({ data: {} });
  expect(await post("/port/echo", { text: "x" }, by(askedOfPort("echo", { text: "x" }), "notes/port"))).toBe(200);
});

test.each([
  ["another document", { query: "{ notes { edges { node { body } } } }" }],
  ["other variables", { ...request, variables: { first: 100 } }],
  ["another operation of the document", { ...request, operationName: "Other" }],
])("a viewer that was caught is refused with %s", async (_what, other) => {
  const caught = by(askedOfGraph(request));
  expect(await post("/graphql", other, caught)).toBe(401);
  await expect(notes.slice.execute(other, { ...caught, delegations: {} })).rejects.toMatchObject({
    extensions: { code: "UNSIGNED_VIEWER" },
  });
});

test("a query in the address is never what was signed", async () => {
  const { viewerToken, proof } = by(askedOfGraph(request));
  const url = `${http.url}?query=${encodeURIComponent(request.query)}`;
  const headers = { [viewerHeader]: viewerToken, [proofHeader]: proof, "apollo-require-preflight": "true" };
  expect((await fetch(url, { headers })).status).toBe(401);
});

test.each([
  ["another slice's", by(askedOfGraph(request), "people/graph")],
  ["the port's", by(askedOfGraph(request), "notes/port")],
  ["one by another key", by(askedOfGraph(request), "notes/graph", "another key, of no gateway that we know")],
  ["one without a proof", { ...by(askedOfGraph(request)), proof: "" }],
  ["none", { viewerToken: "", proof: "" }],
])("%s viewer is refused", async (_what, signed) => {
  expect(await post("/graphql", request, signed)).toBe(401);
});

test("a port's question that was caught asks nothing else", async () => {
  const caught = by(askedOfPort("echo", { text: "x" }), "notes/port");
  expect(await post("/port/echo", { text: "y" }, caught)).toBe(401);
});

test("the database takes every key of the setting, and none that has left it", async () => {
  const kept = async (viewerKey: string): Promise<unknown> => {
    const { ownerUrl } = notes.database;
    await migrate({ ...notesSlice, slice: "notes", ownerUrl, appRole: "notes_app", viewerKey });
    const keys = await notes.owner<{ key: string }>(
      "SELECT convert_from(key, 'UTF8') AS key FROM corespond.viewer_key ORDER BY 1",
    );
    return keys.map(({ key }) => key);
  };
  expect(await kept(`${testViewerKey},an older key`)).toEqual([testViewerKey, "an older key"].sort());
  expect(await kept(testViewerKey)).toEqual([testViewerKey]);
});

test.each([
  ["the old key", oldKey, 200],
  ["the new key", newKey, 200],
  ["both, the old one first", `${oldKey},${newKey}`, 200],
  ["both, the new one first", `${newKey},${oldKey}`, 200],
  ["another key", "x".repeat(32), 401],
  ["none", "", 401],
])("while the events key is replaced, events of a slice that has %s: %s answers %i", async (_what, setting, status) => {
  const body = "[]";
  const response = await fetch(new URL("/events", http.url), {
    method: "POST",
    headers: { "content-type": "application/json", [eventsSignatureHeader]: signEvents(body, setting) },
    body,
  });
  expect(response.status).toBe(status);
});
