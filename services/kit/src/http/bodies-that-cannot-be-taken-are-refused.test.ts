import { gzipSync } from "node:zlib";
import { post, postQuery } from "./testing/postQuery";
import { postText, RawClient } from "./testing/rawClient";
import { startToyServer, type ToyServer } from "./testing/startToyServer";

const limit = 1_000;
const json = { "content-type": "application/json" };
const query = JSON.stringify({ query: "{ hello }" });
let server: ToyServer;

beforeAll(async () => {
  server = await startToyServer({ bodyLimitBytes: limit });
});

afterAll(() => server.stop());

type Refused = readonly [
  what: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
  status: number,
];

const codes: Readonly<Record<number, string>> = {
  400: "BAD_REQUEST",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
};

const refused: readonly Refused[] = [
  ["plain text", { "content-type": "text/plain" }, query, 415],
  ["a form", { "content-type": "application/x-www-form-urlencoded" }, query, 415],
  ["a type that only begins alike", { "content-type": "application/jsonp" }, query, 415],
  ["another charset", { "content-type": "application/json; charset=utf-16" }, query, 415],
  ["gzip", { ...json, "content-encoding": "gzip" }, gzipSync(query), 415],
  ["half a JSON text", json, query.slice(0, -1), 400],
  ["nothing", json, "", 400],
  ["bytes that are not UTF-8", json, Buffer.from([0x22, 0xc3, 0x28, 0x22]), 400],
  ["JSON without a query", json, "[]", 400],
  ["a byte too many", json, query.padEnd(limit + 1), 413],
];

test.each(refused)("%s", async (...[, headers, body, status]) => {
  const reply = await post(server.url, { headers, body });
  expect(reply).toMatchObject({
    status,
    errors: [{ message: expect.any(String), extensions: { code: codes[status] } }],
  });
});

test("a body of exactly the limit is taken", async () => {
  expect(await post(server.url, { headers: json, body: query.padEnd(limit) })).toMatchObject({ status: 200 });
});

test("a quoted charset, and a list of parameters, are taken", async () => {
  const headers = { "content-type": 'Application/JSON; profile=x; charset="utf-8"' };
  expect(await post(server.url, { headers, body: query })).toMatchObject({ status: 200 });
});

test("a body that hides its size in chunks is read to the limit only", async () => {
  const client = await RawClient.connect(server.port);
  client.send(
    "POST /graphql HTTP/1.1\r\nhost: t\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
  );
  client.send(`400\r\n${" ".repeat(0x400)}\r\n0\r\n\r\n`);
  expect(await client.receive("PAYLOAD_TOO_LARGE")).toContain("HTTP/1.1 413");
  client.socket.destroy();
});

test("who asks first whether to send too much is told no at once, and who may send is told to go on", async () => {
  const client = await RawClient.connect(server.port);
  client.send(
    "POST /graphql HTTP/1.1\r\nhost: t\r\nexpect: 100-continue\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n",
  );
  const refused = await client.closed();
  expect(refused).toMatch(/^HTTP\/1\.1 413/);
  expect(refused).not.toContain("100 Continue");
  const other = await RawClient.connect(server.port);
  other.send(postText("{ hello }", ["expect: 100-continue"]));
  expect(await other.receive("Hello, world")).toMatch(/^HTTP\/1\.1 100 Continue/);
  other.socket.destroy();
});

test("after a refusal the connection serves the next request", async () => {
  const client = await RawClient.connect(server.port);
  client.send(postText("{ hello }").replace("application/json", "application/yaml"));
  await client.receive("UNSUPPORTED_MEDIA_TYPE");
  client.send(postText("{ hello }"));
  expect(await client.receive("Hello, world")).toContain("HTTP/1.1 200");
  client.socket.destroy();
});

test("a large upload that is refused still reads why", async () => {
  const reply = await post(server.url, { headers: json, body: "x".repeat(4_000_000) });
  expect(reply).toMatchObject({ status: 413, errors: [{ message: "The request's body exceeds 1000 bytes." }] });
  expect(await postQuery(server.url, "{ hello }")).toMatchObject({ status: 200 });
});
