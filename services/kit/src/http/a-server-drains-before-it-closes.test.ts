import { postQuery } from "./testing/postQuery";
import { postText, RawClient } from "./testing/rawClient";
import { startToyServer, type ToyServer } from "./testing/startToyServer";

const long = 60_000;
let server: ToyServer;

beforeEach(async () => {
  server = await startToyServer({ routes: { "GET /health": () => Promise.resolve({ status: 200, body: "{}" }) } });
});

afterEach(() => server.stop());

test("a request under way is answered, and only then is the port free", async () => {
  const answer = postQuery(server.url, "{ held }");
  await server.held.reached();
  const closed = server.close(long);
  server.held.open();
  expect(await answer).toMatchObject({ status: 200, data: { held: "released" } });
  expect((await answer).headers.get("connection")).toBe("close");
  await closed;
  await expect(fetch(server.url)).rejects.toThrow();
});

test("an answer that its client is still reading arrives whole", async () => {
  const client = await RawClient.connect(server.port);
  // More than the socket buffers of both sides hold.
  const bytes = 20_000_000;
  client.send(postText(`{ big(bytes: ${bytes}) }`));
  await client.receive("xxxx");
  client.socket.pause();
  const closed = server.close(long);
  client.socket.resume();
  await closed;
  expect((await client.closed()).length).toBeGreaterThan(bytes);
});

test("while it drains, new requests are refused and health says so", async () => {
  const answer = postQuery(server.url, "{ held }");
  await server.held.reached();
  const closed = server.close(long);
  const health = await fetch(`${server.origin}/health`);
  expect(health.status).toBe(503);
  expect(await health.json()).toEqual({ status: "draining" });
  const late = await postQuery(server.url, "{ hello }");
  expect(late).toMatchObject({ status: 503, errors: [{ extensions: { code: "SERVICE_UNAVAILABLE" } }] });
  expect(late.headers.get("connection")).toBe("close");
  expect(late.headers.get("retry-after")).toBe("1");
  server.held.open();
  await Promise.all([answer, closed]);
});

test("a connection that is kept alive without a request is closed without waiting for the others", async () => {
  const idle = await RawClient.connect(server.port);
  await idle.send(postText("{ hello }")).receive("Hello, world");
  const answer = postQuery(server.url, "{ held }");
  await server.held.reached();
  const closed = server.close(long);
  await idle.closed();
  server.held.open();
  expect(await answer).toMatchObject({ status: 200 });
  await closed;
});

test("a connection that has never said anything does not hold up the end", async () => {
  const silent = await RawClient.connect(server.port);
  await server.close(long);
  await silent.closed();
});

test("what is not done within the grace is cut off, and told to stop", async () => {
  const client = await RawClient.connect(server.port);
  client.send(postText("{ held }"));
  await server.held.reached();
  await server.close(10);
  expect(await client.closed()).toBe("");
  await server.stopped.reached();
});

test("closing again waits for the first time", async () => {
  const answer = postQuery(server.url, "{ held }");
  await server.held.reached();
  const first = server.close(long);
  expect(server.close(0)).toBe(first);
  server.held.open();
  expect(await answer).toMatchObject({ status: 200 });
  await first;
});
