import { gatewayLimits, limitSettings } from "../limits/gatewayLimits";
import { startTestGateway, type TestGateway } from "../testing/startTestGateway";

/** May cost 21: the connection, and ten edges with a node each. */
const query = "query ($n: Int = 10) { organizations(first: $n) { edges { node { name } } } }";
const organizations = { edges: [{ node: { name: "An Exampleton Service" } }] };

let gateway: TestGateway;
const under = async (demand: object): Promise<void> => {
  gateway = await startTestGateway({ limits: gatewayLimits(limitSettings.parse({ demand })) }, () => ({
    data: { organizations },
  }));
};
afterEach(() => gateway.stop());

test("an operation above the limit is refused before any slice is asked, and says how far", async () => {
  await under({ maxCost: 20 });
  const { status, errors } = await gateway.ask({ query });
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ extensions: { code: "COST_ESTIMATED_TOO_EXPENSIVE", limit: 20, actual: 21 } }]);
  expect(gateway.sliceRequests()).toBe(0);
  expect((await gateway.ask({ query, variables: { n: 9 } })).status).toBe(200);
});

test("estimate and actual cost are in the answer where that is asked for", async () => {
  await under({ report: "answer" });
  expect(await gateway.ask({ query })).toMatchObject({
    status: 200,
    extensions: { cost: { estimated: 21, actual: 3 } },
  });
});

test.each(["log", "off"])("with the report %s, the answer says nothing of costs", async (report) => {
  await under({ report });
  expect(await gateway.ask({ query })).not.toHaveProperty("extensions");
});

test.each(["measure", "off"])("in the mode %s nothing is refused", async (mode) => {
  await under({ mode, maxCost: 1, report: "answer" });
  expect(await gateway.ask({ query })).toMatchObject({ status: 200, data: { organizations } });
});
