import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request } from "undici";
import { contentEncoding } from "./contentEncoding";
import { startToyServer, type ToyServer } from "./testing/startToyServer";

const page = `<title>${"Toy ".repeat(1_000)}</title>`;

let server: ToyServer;

beforeAll(async () => {
  server = await startToyServer({
    cors: { origins: ["https://console.example"] },
    htmlPage: () => ({ status: 200, headers: { "content-type": "text/html" }, body: page }),
    routes: {
      "GET /picture": () => Promise.resolve({ status: 200, headers: { "content-type": "image/png" }, body: page }),
      "GET /encoded": () => Promise.resolve({ status: 200, headers: { "content-encoding": "x-own" }, body: page }),
    },
  });
});
afterAll(() => server.stop());

interface Reply {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** As fetch would, but without decoding what comes. */
async function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const answer = await request(server.origin + path, { headers });
  return { headers: answer.headers, bytes: Buffer.from(await answer.body.arrayBuffer()) };
}

const large = `/graphql?query=${encodeURIComponent("{ big(bytes: 20000) }")}`;
const whole = JSON.stringify({ data: { big: "x".repeat(20_000) } });

test.each([
  ["br", "gzip, deflate, br", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
  ["gzip", "br;q=0.5, gzip;q=0.8", gunzipSync],
])("as %s for a client that accepts `%s`", async (encoding, accepted, decode) => {
  const { headers, bytes } = await get(large, { "accept-encoding": accepted });
  expect(headers["content-encoding"]).toBe(encoding);
  expect(headers["content-length"]).toBe(String(bytes.length));
  expect(bytes.length).toBeLessThan(1_000);
  expect(decode(bytes).toString().trim()).toBe(whole);
});

test("as they are for a client that says nothing, and caches are told that others get them otherwise", async () => {
  const { headers, bytes } = await get(large, { origin: "https://console.example" });
  expect(headers).not.toHaveProperty("content-encoding");
  expect(bytes.toString().trim()).toBe(whole);
  expect(headers["vary"]).toBe("Origin, accept-encoding");
});

test("a small answer is not", async () => {
  const { headers, bytes } = await get("/graphql?query={hello}", { "accept-encoding": "br" });
  expect(headers).not.toHaveProperty("content-encoding");
  expect(JSON.parse(bytes.toString())).toEqual({ data: { hello: "Hello, world" } });
});

test("pages are, pictures and what is encoded already are not", async () => {
  const encodings = async (path: string, accept = "*/*") =>
    (await get(path, { "accept-encoding": "br", accept })).headers["content-encoding"];
  expect(await encodings("/graphql", "text/html")).toBe("br");
  expect(await encodings("/picture")).toBeUndefined();
  expect(await encodings("/encoded")).toBe("x-own");
});

test("HEAD is told the length that GET gives", async () => {
  const headers = { "accept-encoding": "gzip" };
  const head = await request(server.origin + large, { method: "HEAD", headers });
  expect(head.headers["content-length"]).toBe(String((await get(large, headers)).bytes.length));
});

test("it may be turned off", async () => {
  const plain = await startToyServer({ compression: false });
  const { headers, body } = await request(plain.origin + large, { headers: { "accept-encoding": "br" } });
  expect((await body.text()).trim()).toBe(whole);
  expect(headers).not.toHaveProperty("content-encoding");
  expect(headers).not.toHaveProperty("vary");
  await plain.stop();
});

test.each([
  [undefined, undefined],
  ["", undefined],
  ["identity", undefined],
  ["identity, gzip;q=0.5", undefined],
  ["gzip;q=0, br;q=0", undefined],
  ["*", "br"],
  ["*;q=0.5, br;q=0", "gzip"],
  ["deflate", undefined],
  ["GZIP", "gzip"],
  ["gzip;q=nonsense", undefined],
])("`%s` is read as %s", (accepted, encoding) => {
  expect(contentEncoding(accepted)).toBe(encoding);
});
