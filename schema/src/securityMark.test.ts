import { ApolloGateway, LocalGraphQLDataSource } from "@apollo/gateway";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { fixtureSupergraph } from "./__fixtures__/fixtures";
import { compose } from "./compose";
import { stripSecurityMark } from "./securityMark";

const sdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@requiresScopes", "@authenticated", "@inaccessible"])
  type Query { calls: Int @requiresScopes(scopes: [["calls.read"]]) me: Int @authenticated inner: Int @inaccessible }
`;

function supergraph(): string {
  const result = compose([{ name: "agencies", sdl }]);
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return result.supergraphSdl;
}

function load(supergraphSdl: string) {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: () => new LocalGraphQLDataSource(buildSubgraphSchema(parse(sdl))),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  return gateway.load();
}

describe("a supergraph whose directives guard fields", () => {
  it("is refused by Apollo's JavaScript gateway as composed", async () => {
    await expect(load(supergraph())).rejects.toThrow(/SECURITY/);
  });

  it("is taken without the mark, and still says which scopes a field needs", async () => {
    const stripped = stripSecurityMark(supergraph());
    await expect(load(stripped)).resolves.toBeDefined();
    expect(stripped).toContain('@requiresScopes(scopes: [["calls.read"]])');
  });

  it("keeps the mark of what the gateway does carry out", () => {
    expect(stripSecurityMark(supergraph())).toContain(
      '@link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)',
    );
  });

  it("is left as it is where nothing guards", () => {
    expect(stripSecurityMark(fixtureSupergraph)).toBe(fixtureSupergraph);
  });
});
