import { gatewayLimits, limitSettings } from "../limits/gatewayLimits";
import { startTestGateway, type TestGateway } from "../testing/startTestGateway";

/** Costs 3: the connection and one edge with one node. */
const query = "{ organizations(first: 1) { edges { node { name } } } }";
const hour = 3_600;

let gateway: TestGateway;
beforeAll(async () => {
  const limits = gatewayLimits(limitSettings.parse({ budget: { points: 7, seconds: hour } }));
  gateway = await startTestGateway({ limits }, () => ({ data: { organizations: { edges: [] } } }));
});
afterAll(() => gateway.stop());

test("every answer tells the budget and what is left of it", async () => {
  const by = { subject: "OFFICER-0", client: "console" };
  const { status, headers } = await gateway.ask({ query }, by);
  expect(status).toBe(200);
  expect(headers.get("ratelimit-policy")).toBe('"cost";q=7;w=3600');
  expect(headers.get("ratelimit")).toMatch(/^"cost";r=4;t=3(600|5\d\d)$/);
  expect((await gateway.ask({ query }, by)).headers.get("ratelimit")).toMatch(/^"cost";r=1;/);
});

test("who has spent the budget is told to wait, and no slice is asked", async () => {
  for (let n = 0; n < 2; n += 1) await gateway.ask({ query });
  const asked = gateway.sliceRequests();
  const { status, codes, headers } = await gateway.ask({ query });
  expect([status, codes]).toEqual([429, ["REQUEST_RATE_LIMITED"]]);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(hour - 600);
  expect(headers.get("ratelimit")).toMatch(/^"cost";r=0;/);
  expect(gateway.sliceRequests()).toBe(asked);
});

test("each client and each person whom it asks for has a budget of its own", async () => {
  const console = { subject: "OFFICER-1", client: "console" };
  for (let n = 0; n < 2; n += 1) await gateway.ask({ query }, console);
  expect((await gateway.ask({ query }, console)).status).toBe(429);
  for (const other of [
    { ...console, subject: "OFFICER-2" },
    { ...console, client: "phone" },
  ])
    expect((await gateway.ask({ query }, other)).status).toBe(200);
});

test("an operation that is refused for its size spends nothing", async () => {
  for (let n = 0; n < 5; n += 1) {
    const { codes, headers } = await gateway.ask({
      query: `{ ${"organizations(first: 1) { totalCount } ".repeat(21)} }`,
    });
    expect(codes).toEqual(["TOO_MANY_ROOT_FIELDS"]);
    expect(headers.get("ratelimit")).toBeNull();
  }
});
