import { postQuery } from "./testing/postQuery";
import { postText, RawClient } from "./testing/rawClient";
import { startToyServer, type ToyServer } from "./testing/startToyServer";

let server: ToyServer;

afterEach(() => server.stop());

test("work that does not end is answered 504 and told to stop", async () => {
  server = await startToyServer({ requestTimeoutMs: 100 });
  const reply = await postQuery(server.url, "{ held }");
  expect(reply).toMatchObject({ status: 504, errors: [{ extensions: { code: "REQUEST_TIMEOUT" } }] });
  await server.stopped.reached();
  expect(server.reasons).toEqual([expect.objectContaining({ status: 504 })]);
});

test("a route has the same limit", async () => {
  server = await startToyServer({ requestTimeoutMs: 100, routes: { "GET /slow": () => new Promise(() => undefined) } });
  expect((await fetch(`${server.origin}/slow`)).status).toBe(504);
});

test("work that ends too late changes nothing and reports nothing", async () => {
  server = await startToyServer({ requestTimeoutMs: 100 });
  expect(await postQuery(server.url, "{ held }")).toMatchObject({ status: 504 });
  server.held.open();
  expect(await postQuery(server.url, "{ hello }")).toMatchObject({ status: 200 });
  expect(server.reported).toEqual([]);
});

test("a body that trickles in is answered 408", async () => {
  server = await startToyServer({ requestTimeoutMs: 100 });
  const client = await RawClient.connect(server.port);
  client.send(postText("{ hello }").slice(0, -3));
  expect(await client.closed()).toMatch(/^HTTP\/1\.1 408 [\s\S]*REQUEST_TIMEOUT/);
});

test("headers that trickle in are answered 408, and so is a connection that says nothing", async () => {
  server = await startToyServer({ headersTimeoutMs: 100 });
  const slow = await RawClient.connect(server.port);
  slow.send("POST /graphql HTTP/1.1\r\nhost: t\r\nx-slow: ");
  const silent = await RawClient.connect(server.port);
  expect(await slow.closed()).toMatch(/^HTTP\/1\.1 408 [\s\S]*REQUEST_TIMEOUT/);
  expect(await silent.closed()).toMatch(/^HTTP\/1\.1 408 |^$/);
});

test("a client that does not take its answer is let go", async () => {
  server = await startToyServer({ requestTimeoutMs: 200 });
  const client = await RawClient.connect(server.port);
  // More than the socket buffers of both sides hold.
  client.send(postText("{ big(bytes: 20000000) }"));
  await client.receive("xxxx");
  client.socket.pause();
  await server.close(60_000);
  client.socket.destroy();
});
