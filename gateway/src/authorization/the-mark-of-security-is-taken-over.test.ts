import { readFileSync } from "node:fs";
import path from "node:path";

import { ApolloGateway, LocalGraphQLDataSource } from "@apollo/gateway";
import { buildSchema, parse } from "graphql";

import { schemaGates } from "./schemaGates";
import { stripSecurityMark } from "./securityMark";

const supergraph = readFileSync(path.join(__dirname, "../../../schema/supergraph.graphql"), "utf8");

const gatesOf = (supergraphSdl: string) => schemaGates(parse(supergraphSdl));

const load = (supergraphSdl: string) =>
  new ApolloGateway({
    supergraphSdl,
    buildService: () => new LocalGraphQLDataSource(buildSchema("type Query { a: Int }")),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  }).load();

test("the engine refuses the graph's own supergraph as composed, and takes it without the mark", async () => {
  await expect(load(supergraph)).rejects.toThrow(/SECURITY/);
  await expect(load(stripSecurityMark(supergraph))).resolves.toBeDefined();
});

test("the mark of what the engine carries out itself stays, and so does every gate", () => {
  const stripped = stripSecurityMark(supergraph);
  expect(stripped).toContain('@link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)');
  expect(gatesOf(stripped)).toEqual(gatesOf(supergraph));
});

test("L20: calls for service, and who is counted by them, are criminal justice information", () => {
  const cji = [...gatesOf(supergraph)].flatMap(([coordinate, { policies }]) =>
    policies.length > 0 ? [coordinate] : [],
  );
  expect(cji).toEqual(["CallForService", "CallForServiceConnection", "CallForServiceEdge", "RepeatCallers"]);
});

test("residents, and lists of what is told of them, need the scope to read; every action needs the scope to write", () => {
  const gates = gatesOf(supergraph);
  const read = [
    "Person",
    "PersonRecord",
    "PersonMatch",
    "Consent",
    "ConsentConnection",
    "Referral",
    "ReferralConnection",
  ];
  for (const type of [...read, "ServiceReferral", "ServiceReferralConnection", "Contact", "ContactConnection"])
    expect([type, gates.get(type)?.scopes]).toEqual([type, [["corespond.read"]]]);
  const actions = [...gates].filter(([coordinate]) => coordinate.startsWith("Mutation."));
  expect(actions.length).toBeGreaterThan(20);
  for (const [action, gate] of actions) expect([action, gate.scopes]).toEqual([action, [["corespond.write"]]]);
});
