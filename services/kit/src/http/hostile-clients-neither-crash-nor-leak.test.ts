import { once } from "node:events";
import { postQuery } from "./testing/postQuery";
import { postText, RawClient } from "./testing/rawClient";
import { startToyServer, type ToyServer } from "./testing/startToyServer";

let server: ToyServer;

beforeEach(async () => {
  server = await startToyServer();
});

/** Nothing is left open where a drain with patience ends before its patience does: the test would time out. */
afterEach(async () => {
  expect(await postQuery(server.url, "{ hello }")).toMatchObject({ status: 200 });
  await server.close(60_000);
  expect(server.reported).toEqual([]);
  await server.stop();
});

test("bytes that are not HTTP are answered 400", async () => {
  const client = await RawClient.connect(server.port);
  const answer = await client.send("\x16\x03\x01 TLS, surely?\r\n\r\n").closed();
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(answer).toContain('"code":"BAD_REQUEST"');
  expect(answer).toMatch(/x-request-id: [0-9a-f-]{36}\r\n/);
});

test("headers without end are answered 431", async () => {
  const client = await RawClient.connect(server.port);
  const answer = await client.send(`GET / HTTP/1.1\r\nhost: t\r\nx-long: ${"x".repeat(100_000)}`).closed();
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
});

test("a request smuggled behind two lengths is refused", async () => {
  const client = await RawClient.connect(server.port);
  const answer = await client.send(postText("{ hello }", ["transfer-encoding: chunked"])).closed();
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
});

test("garbage behind a request under way closes the connection instead of corrupting the answer", async () => {
  const client = await RawClient.connect(server.port);
  client.send(postText("{ held }"));
  await server.held.reached();
  client.send("\0\0\0 garbage \r\n\r\n");
  expect(await client.closed()).toBe("");
});

test("a client that leaves in the middle of its body", async () => {
  const client = await RawClient.connect(server.port);
  client.send(postText("{ hello }").slice(0, -3));
  client.socket.resetAndDestroy();
  await client.closed();
});

test("a client that leaves while its query runs stops the work", async () => {
  const client = await RawClient.connect(server.port);
  client.send(postText("{ held }"));
  await server.held.reached();
  client.socket.resetAndDestroy();
  await server.stopped.reached();
  expect(server.reasons).toEqual([expect.objectContaining({ name: "ClientGone" })]);
});

test("a client that leaves with several requests in the pipeline", async () => {
  const client = await RawClient.connect(server.port);
  client.send(postText("{ held }") + postText("{ hello }") + postText("{ hello }"));
  await server.held.reached();
  client.socket.resetAndDestroy();
  await server.stopped.reached();
});

test("a client that leaves in the middle of its answer", async () => {
  const client = await RawClient.connect(server.port);
  client.send(postText("{ big(bytes: 20000000) }"));
  await client.receive("xxxx");
  client.socket.resetAndDestroy();
  await client.closed();
});

test("a client that closes its half after the request", async () => {
  const client = await RawClient.connect(server.port, { allowHalfOpen: true });
  client.send(postText("{ held }"));
  await server.held.reached();
  client.socket.end();
  await once(client.socket, "end");
  server.held.open();
  client.socket.destroy();
});

test("a client that closes its half in the middle of the body", async () => {
  const client = await RawClient.connect(server.port);
  client.send(postText("{ hello }").slice(0, -3)).socket.end();
  await client.closed();
});

test("many connections that come and go at once", async () => {
  const clients = await Promise.all(Array.from({ length: 100 }, () => RawClient.connect(server.port)));
  clients.forEach((client, index) => client.send(postText("{ hello }").slice(0, index)).socket.destroy());
  await Promise.all(clients.map((client) => client.closed()));
});
