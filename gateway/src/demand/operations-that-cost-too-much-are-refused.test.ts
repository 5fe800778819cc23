import { ApolloServer } from "@apollo/server";
import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";
import { parse } from "graphql";

import { GatewayContext } from "../gatewayContext";
import { vouchedFor } from "../identity/caller";
import { gatewayLimits, limitSettings } from "../limits/gatewayLimits";
import { startTestGateway } from "../testing/startTestGateway";
import { costModel } from "./costModel";
import { demandControl } from "./demandControl";
import { defaultDemand, type DemandSettings } from "./demandSettings";

/** May cost 21: the connection, and ten edges with a node each. */
const query = "query ($n: Int = 10) { organizations(first: $n) { edges { node { name } } } }";
const organizations = { edges: [{ node: { name: "An Exampleton Service" } }] };

test("an operation above the limit is refused before any slice is asked, and says how far", async () => {
  const limits = gatewayLimits(limitSettings.parse({ demand: { maxCost: 20, report: "answer" } }));
  const gateway = await startTestGateway({ limits }, () => ({ data: { organizations } }));
  try {
    const { status, errors } = await gateway.ask({ query });
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: "COST_ESTIMATED_TOO_EXPENSIVE", limit: 20, actual: 21 } }]);
    expect(gateway.sliceRequests()).toBe(0);
    const answer = await gateway.ask({ query, variables: { n: 9 } });
    expect(answer).toMatchObject({ data: { organizations }, extensions: { cost: { estimated: 19, actual: 3 } } });
  } finally {
    await gateway.stop();
  }
});

const plain =
  "type Query { organizations(first: Int): OrganizationConnection } type OrganizationConnection { edges: [Edge] } type Edge { node: Organization } type Organization { name: String }";
const declaring = `schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost"]) { query: Query } ${plain} extend type Query { secret: Int @cost(weight: 1) }`;

/** Asks a server of its own, under the settings that differ; resolves with codes, extensions and the context. */
async function ask(settings: Partial<DemandSettings>, supergraphSdl = plain, asked = query) {
  const supergraph = parse(supergraphSdl);
  const demand = demandControl(supergraph, costModel(supergraph), { ...defaultDemand, ...settings });
  const server = new ApolloServer<GatewayContext>({
    typeDefs: plain,
    resolvers: { Query: { organizations: () => organizations } },
    plugins: [demand.reports, demand.estimates],
  });
  const contextValue = new GatewayContext(vouchedFor(testViewer(Role.OFFICER)), {});
  const { body } = await server.executeOperation({ query: asked }, { contextValue });
  await server.stop();
  if (body.kind !== "single") throw new TypeError("The server answered in parts.");
  const { errors = [], extensions } = body.singleResult;
  return { codes: errors.map((error) => error.extensions?.["code"]), extensions };
}

test("estimate and actual cost are in the answer where that is asked for, and nowhere else", async () => {
  expect(await ask({ report: "answer" })).toMatchObject({ extensions: { cost: { estimated: 21, actual: 3 } } });
  for (const report of ["log", "off"] as const)
    expect(await ask({ report })).toEqual({ codes: [], extensions: undefined });
});

test.each([
  ["enforce", plain, ["COST_ESTIMATED_TOO_EXPENSIVE"]],
  ["declared", declaring, ["COST_ESTIMATED_TOO_EXPENSIVE"]],
  ["declared", plain, []],
  ["measure", declaring, []],
  ["off", declaring, []],
] as const)("in the mode %s, over %s, what is too expensive is answered with %j", async (mode, supergraph, codes) => {
  expect((await ask({ mode, maxCost: 20 }, supergraph)).codes).toEqual(codes);
});

test("fragments that spread another twice, again and again, are measured once each, and cost what they ask for", async () => {
  const spreads = Array.from({ length: 40 }, (_, level) => level);
  const fragments = spreads
    .map((level) => `fragment F${level} on Edge { ...F${level + 1} ...F${level + 1} }`)
    .join(" ");
  const asked = `{ organizations { edges { ...F0 } } } ${fragments} fragment F40 on Edge { node { name } }`;
  const { codes } = await ask({ maxCost: 1_000_000 }, plain, asked);
  expect(codes).toEqual(["COST_ESTIMATED_TOO_EXPENSIVE"]);
});
