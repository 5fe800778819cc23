import { serverAudits } from "graphql-http";
import { graphqlResponseType } from "./acceptedAnswers";
import { RawClient } from "./testing/rawClient";
import { startToyServer, type ToyServer } from "./testing/startToyServer";

let server: ToyServer;

beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.stop());

// All of them hold here: each MUST, each SHOULD, and each MAY.
test.each(serverAudits({ url: () => server.url, fetchFn: fetch }).map((audit) => [`${audit.id} ${audit.name}`, audit]))(
  "%s",
  async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status === "ok" ? "ok" : result.reason).toBe("ok");
  },
);

const json = "application/json; charset=utf-8";
const response = `${graphqlResponseType}; charset=utf-8`;

async function post(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return await fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

test.each([
  ["application/graphql-response+json, application/json;q=0.9", response],
  ["application/json;q=0.9, application/graphql-response+json", response],
  ["application/json, application/graphql-response+json;q=0.9", json],
  ["application/json, application/graphql-response+json", json],
  ["application/graphql-response+json, application/json", response],
  ["application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", response],
  ["*/*, application/graphql-response+json", response],
  ["application/json;q=0, */*", response],
  ["application/*", json],
  ["text/html, */*;q=0.1", json],
  ["APPLICATION/GraphQL-Response+JSON", response],
  ["application/json;charset=utf-16, application/graphql-response+json;q=0.1", response],
])("a request that accepts `%s` is answered as `%s`", async (accept, expected) => {
  const answer = await post({ query: "{ hello }" }, { accept });
  expect(answer.headers.get("content-type")).toBe(expected);
  expect(await answer.json()).toEqual({ data: { hello: "Hello, world" } });
});

test("without `accept` the answer is application/json", async () => {
  const { port } = server;
  const client = await RawClient.connect(port);
  client.send("GET /graphql?query={hello} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n");
  expect(await client.closed()).toContain(`content-type: ${json}`);
});

test.each(["text/plain", "image/*", "application/json;q=0", "application/json;charset=utf-16"])(
  "a request that accepts `%s` alone is refused, and nothing is executed",
  async (accept) => {
    const before = server.touched.length;
    expect((await post({ query: "mutation { touch }" }, { accept })).status).toBe(406);
    expect(server.touched).toHaveLength(before);
  },
);

test("a client that takes answers in parts alone still reads one that is whole", async () => {
  const answer = await post({ query: "{ hello }" }, { accept: "multipart/mixed;deferSpec=20220824" });
  expect(await answer.json()).toEqual({ data: { hello: "Hello, world" } });
});

const refused = [
  ["a document that is no GraphQL", { query: "{" }],
  ["a document that does not fit the schema", { query: "{ nothing }" }],
  ["an operation that is not there", { query: "query A { hello }", operationName: "B" }],
  ["a variable that does not fit", { query: "query ($b: Int!) { big(bytes: $b) }", variables: { b: "x" } }],
] as const;

test.each(refused)("%s is 400 without data, or 200 as application/json", async (_what, request) => {
  const whole = await post(request, { accept: graphqlResponseType });
  expect(whole.status).toBe(400);
  expect(await whole.json()).not.toHaveProperty("data");
  expect((await post(request, { accept: "application/json" })).status).toBe(200);
  expect((await post(request)).status).toBe(200);
});

test.each([graphqlResponseType, "application/json"])(
  "as %s, errors of fields are 200, even where no data is left",
  async (accept) => {
    for (const [query, data] of [
      ["{ hello broken }", { hello: "Hello, world", broken: null }],
      ["{ shattered }", null],
    ] as const) {
      const answer = await post({ query }, { accept });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ data, errors: [{ message: "It failed." }] });
    }
  },
);

test.each([graphqlResponseType, "application/json"])("as %s, what is no GraphQL request is 400", async (accept) => {
  const bodies = [
    "",
    "NONSENSE",
    '{"query":',
    "[]",
    "7",
    "null",
    "{}",
    '{"document":"{hello}"}',
    '[{"query":"{hello}"}]',
  ];
  for (const body of bodies) expect((await post(body, { accept })).status).toBe(400);
});

const address = (parameters: Readonly<Record<string, string>>): string =>
  `${server.url}?${new URLSearchParams(parameters).toString()}`;

test("a GET takes query, variables, operationName and extensions", async () => {
  const query = "query A { hello } query B($n: String) { hello(name: $n) }";
  const parameters = { query, operationName: "B", variables: '{"n":"Ada"}', extensions: '{"x":{}}' };
  const answer = await fetch(address(parameters), { headers: { accept: graphqlResponseType } });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ data: { hello: "Hello, Ada" } });
});

test("an empty operationName, and null for what is optional, are as if they were not given", async () => {
  const parameters = { query: "{ hello }", operationName: "", variables: "null", extensions: "null" };
  expect(await (await fetch(address(parameters))).json()).toEqual({ data: { hello: "Hello, world" } });
  const named = { query: "query null { hello }", operationName: "null" };
  expect(await (await fetch(address(named))).json()).toEqual({ data: { hello: "Hello, world" } });
});

test.each([
  ["variables that are no JSON", "query={hello}&variables=x"],
  ["variables that are a list", "query={hello}&variables=[]"],
  ["extensions that are a text", 'query={hello}&extensions="x"'],
  ["a query that is given twice", "query={hello}&query={hello}"],
  ["no query", "variables={}"],
  ["an empty query", "query="],
])("a GET with %s is 400", async (_what, search) => {
  for (const accept of [graphqlResponseType, "application/json"])
    expect((await fetch(`${server.url}?${search}`, { headers: { accept } })).status).toBe(400);
});

test.each([graphqlResponseType, "application/json"])(
  "a mutation in the address is 405 as %s, and is not run",
  async (accept) => {
    const before = server.touched.length;
    const answer = await fetch(`${server.url}?query=mutation{touch}`, { headers: { accept } });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
    expect(server.touched).toHaveLength(before);
  },
);

test("HEAD is told what GET would give", async () => {
  const answer = await fetch(address({ query: "{ hello }" }), { method: "HEAD" });
  expect(answer.status).toBe(200);
  expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(20);
  expect(await answer.text()).toBe("");
});

test.each(["PUT", "PATCH", "DELETE", "OPTIONS"])("%s is 405 and names what is allowed", async (method) => {
  const answer = await fetch(server.url, { method });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe("GET, POST");
});

test.each([
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/json; charset=latin1",
])("a body of `%s` is 415, whatever it holds: a foreign page may send it without asking", async (type) => {
  const before = server.touched.length;
  expect((await post({ query: "mutation { touch }" }, { "content-type": type })).status).toBe(415);
  expect(server.touched).toHaveLength(before);
});
