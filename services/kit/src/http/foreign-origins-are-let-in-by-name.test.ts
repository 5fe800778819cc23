import { postQuery } from "./testing/postQuery";
import { startToyServer, type ToyServer } from "./testing/startToyServer";

const friend = "https://console.example.org";
let server: ToyServer;

beforeAll(async () => {
  server = await startToyServer({ cors: { origins: [friend] } });
});

afterAll(() => server.stop());

// fetch would keep back the headers that only a browser may set; a request of this kind it lets through.
const preflight = (origin: string, headers = "authorization, content-type"): Promise<Response> =>
  fetch(server.url, {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": headers },
  });

test("an allowed origin's preflight is granted, without credentials", async () => {
  const { status, headers } = await preflight(friend);
  expect(status).toBe(204);
  expect(headers.get("access-control-allow-origin")).toBe(friend);
  expect(headers.get("access-control-allow-methods")).toBe("GET, POST");
  expect(headers.get("access-control-allow-headers")).toBe("authorization, content-type");
  expect(headers.get("vary")).toBe("Origin");
  expect(headers.has("access-control-allow-credentials")).toBe(false);
});

test("an allowed origin may read the answer, its request id and when to come again", async () => {
  const { headers } = await postQuery(server.url, "{ hello }", { origin: friend });
  expect(headers.get("access-control-allow-origin")).toBe(friend);
  expect(headers.get("access-control-expose-headers")).toBe("x-request-id, retry-after, ratelimit, ratelimit-policy");
});

test("an allowed origin may read an error as well", async () => {
  const response = await fetch(server.url, {
    method: "POST",
    headers: { origin: friend, "content-type": "text/plain" },
  });
  expect(response.status).toBe(415);
  expect(response.headers.get("access-control-allow-origin")).toBe(friend);
});

test.each(["https://evil.example", "null", `${friend}.evil.example`, "http://console.example.org"])(
  "%s is granted nothing",
  async (origin) => {
    const { headers } = await preflight(origin);
    expect(headers.has("access-control-allow-origin")).toBe(false);
    expect(headers.has("access-control-allow-headers")).toBe(false);
    expect(headers.get("vary")).toBe("Origin");
  },
);

test("header names that are none are not echoed", async () => {
  const { headers } = await preflight(friend, "x-ok, <script>");
  expect(headers.has("access-control-allow-headers")).toBe(false);
});

test("unless configured, no origin is let in", async () => {
  const closed = await startToyServer();
  const { headers } = await postQuery(closed.url, "{ hello }", { origin: friend });
  expect(headers.has("access-control-allow-origin")).toBe(false);
  expect(headers.has("vary")).toBe(false);
  await closed.stop();
});
