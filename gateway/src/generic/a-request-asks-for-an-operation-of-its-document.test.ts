import { composedOf } from "./testing/shop";
import { startForeignSlice, type ForeignSlice } from "./testing/foreignSlice";
import { startTestGateway, type Answer, type TestGateway } from "./testing/startTestGateway";

let slice: ForeignSlice;
let gateways: Readonly<Record<string, TestGateway>>;
let changes = 0;

beforeAll(async () => {
  slice = await startForeignSlice({
    name: "counter",
    sdl: "type Query { count: Int } type Mutation { add: Int }",
    resolvers: { Query: { count: () => changes }, Mutation: { add: () => (changes += 1) } },
  });
  const sdl = composedOf([slice]);
  gateways = { gated: await startTestGateway(sdl, { gated: true }), open: await startTestGateway(sdl) };
});
afterAll(async () => {
  await Promise.all(Object.values(gateways).map((gateway) => gateway.stop()));
  await slice.stop();
});

const post = (body: object) => ({
  method: "POST",
  headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
  body: JSON.stringify(body),
});

const codesOf = async (response: Response): Promise<unknown> => {
  const { data, errors = [] } = (await response.json()) as Answer;
  return [data, ...errors.map(({ extensions }) => extensions["code"])];
};

describe.each(["gated", "open"])("%s", (name) => {
  test.each([
    ["another name than its only operation's", { query: "mutation A { add }", operationName: "B" }],
    ["an empty name", { query: "mutation A { add }", operationName: "" }],
    ["no name, and there are two operations", { query: "mutation A { add } mutation B { add }" }],
    ["a name that none of two operations has", { query: "mutation A { add } query B { count }", operationName: "C" }],
    ["an operation that the graph has no root for", { query: "subscription { count }" }],
  ])("%s: nothing is run", async (_what, body) => {
    const response = await fetch(gateways[name]?.url ?? "", post(body));
    expect(response.status).toBe(400);
    expect(await codesOf(response)).toEqual([undefined, "OPERATION_RESOLUTION_FAILURE"]);
    expect(changes).toBe(0);
  });

  test("a GET runs no mutation under another name either", async () => {
    const url = new URL(gateways[name]?.url ?? "");
    url.search = new URLSearchParams({ query: "mutation A { add }", operationName: "B" }).toString();
    const response = await fetch(url, { headers: { accept: "application/graphql-response+json" } });
    expect(response.status).toBe(400);
    expect(changes).toBe(0);
  });
});
