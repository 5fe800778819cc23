import { startToyServer, type ToyServer } from "./testing/startToyServer";
import { post, postQuery } from "./testing/postQuery";

let server: ToyServer;

beforeAll(async () => {
  server = await startToyServer({
    htmlPage: () => ({ status: 200, headers: { "content-type": "text/html" }, body: "<title>Toy</title>" }),
    routes: {
      "GET /health": () => Promise.resolve({ status: 200, body: '{"status":"ok"}' }),
      "POST /echo": ({ body }) => Promise.resolve({ status: 200, headers: { "content-type": "text/plain" }, body }),
      "GET /asset": () => Promise.resolve({ status: 200, headers: { "cache-control": "max-age=60" }, body: "asset" }),
      "GET /broken": () => Promise.reject(new Error("secret of the house")),
    },
  });
});

afterAll(() => server.stop());

test("a posted query is executed with its variables", async () => {
  const body = JSON.stringify({ query: "query ($n: String) { hello(name: $n) }", variables: { n: "Ada" } });
  const reply = await post(server.url, { headers: { "content-type": "application/json; charset=UTF-8" }, body });
  expect(reply).toMatchObject({ status: 200, data: { hello: "Hello, Ada" } });
});

test("a query in the address is executed, and needs no header that a browser asks leave for", async () => {
  const response = await fetch(`${server.url}?query={hello}`);
  expect(await response.json()).toEqual({ data: { hello: "Hello, world" } });
});

test("every answer says that it is not to be stored, nor its type guessed", async () => {
  for (const path of ["/graphql", "/health", "/nowhere"]) {
    const { headers } = await fetch(server.origin + path);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  }
});

test("a sane request id of the caller's is kept and reaches the context", async () => {
  const reply = await postQuery(server.url, "{ requestId }", { "x-request-id": "trace-0001" });
  expect(reply.headers.get("x-request-id")).toBe("trace-0001");
  expect(reply.data).toEqual({ requestId: "trace-0001" });
});

test.each(["short", "x".repeat(65), "line break%0a", "a b c d e f"])("the request id %p is replaced", async (id) => {
  const reply = await postQuery(server.url, "{ requestId }", { "x-request-id": id });
  expect(reply.data?.["requestId"]).toMatch(/^[0-9a-f-]{36}$/);
});

test("a browser gets the page at the graph's address", async () => {
  const response = await fetch(server.url, { headers: { accept: "text/html,*/*;q=0.8" } });
  expect(response.headers.get("content-type")).toBe("text/html");
  expect(await response.text()).toBe("<title>Toy</title>");
});

test("a request for HTML that carries a query is a GraphQL request all the same", async () => {
  const headers = { accept: "text/html,application/json;q=0.9" };
  const response = await fetch(`${server.url}?query={hello}`, { headers });
  expect(response.headers.get("content-type")).toContain("application/json");
});

test("without a page of ours, Apollo's page with its foreign scripts is not served either", async () => {
  const bare = await startToyServer();
  const response = await fetch(bare.url, { headers: { accept: "text/html" } });
  expect(response.status).toBe(406);
  expect(response.headers.get("content-type")).toContain("application/json");
  await bare.stop();
});

test("plain routes answer beside the graph, and keep the headers that they set", async () => {
  expect(await (await fetch(`${server.origin}/health?deep=1`)).json()).toEqual({ status: "ok" });
  expect(await (await fetch(`${server.origin}/echo`, { method: "POST", body: "as it is" })).text()).toBe("as it is");
  expect((await fetch(`${server.origin}/asset`)).headers.get("cache-control")).toBe("max-age=60");
});

test("HEAD gets the headers of GET and no body", async () => {
  const response = await fetch(`${server.origin}/asset`, { method: "HEAD" });
  expect(response.headers.get("content-length")).toBe("5");
  expect(await response.text()).toBe("");
});

test("an unknown address is 404 and a known one with another method 405, both as GraphQL errors", async () => {
  const nowhere = await post(`${server.origin}/nowhere`, { body: "x" });
  expect(nowhere).toMatchObject({ status: 404, errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  const wrong = await post(server.url, { method: "DELETE" });
  expect(wrong).toMatchObject({ status: 405, errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  expect(wrong.headers.get("allow")).toBe("GET, POST");
});

test("names that every object inherits are no routes", async () => {
  expect((await fetch(`${server.origin}/constructor`)).status).toBe(404);
});

test("a route's failure is masked, and reported with the request's id", async () => {
  const response = await fetch(`${server.origin}/broken`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("secret");
  expect(server.reported).toEqual([expect.objectContaining({ message: "secret of the house" })]);
});
