import { Role, signViewer } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { startResources, type Resources } from "./testing/startResources";
import { capacities, locations, organizations, places, services, terms, testId } from "./testing/testIds";

let resources: Resources;

beforeAll(async () => {
  resources = await startResources();
});

afterAll(async () => {
  await resources.stop();
});

const everything = `{
  organization(id: "${organizations.harbor}") { id source externalId name phones { number } parentOrganization { id } programs { id }
    services { totalCount edges { node { id name } } } locations { totalCount } contacts { id } attributes { id } }
  organizations { totalCount edges { node { id name } } }
  service(id: "${services.shelter}") { id name status acceptanceMode acceptsReferrals protectedProgram timeZone minimumAge maximumAge
    organization { id } program { id } phones { number type languages { name } } schedules { byday opensAt closesAt timeZone freq }
    capacities { available maximum status unit { name } } serviceAreas { name } languages { name } costOptions { amount } requiredDocuments { document }
    contacts { name phones { number } } attributes { taxonomyTerm { name parent { name } parents { id } children { id } } }
    serviceAtLocations { totalCount edges { node { id location { id name latitude addresses { address1 city } serviceAtLocations { totalCount } } } } } }
  searchServices { totalCount edges { node { id } } }
  location(id: "${locations.main}") { id name organization { name } }
  taxonomyTerms(search: "FOOD") { totalCount edges { node { name children { name } } } }
  _entities(representations: [
    { __typename: "Organization", id: "${organizations.clinic}" }, { __typename: "Service", id: "${services.detox}" },
    { __typename: "Location", id: "${locations.north}" }, { __typename: "ServiceAtLocation", id: "${places.pantryAtNorth}" },
    { __typename: "TaxonomyTerm", id: "${terms.food}" }, { __typename: "Service", id: "${testId(999)}" }, { __typename: "Service", id: "none" }
  ]) {
    ... on Organization { name } ... on Service { name protectedProgram } ... on Location { place: name } ... on ServiceAtLocation { description } ... on TaxonomyTerm { name }
  }
}`;

test("who has not signed in reads the whole directory", async () => {
  const data = await resources.data(everything);
  expect(data).toMatchObject({
    organization: {
      id: organizations.harbor,
      source: "test",
      phones: [{ number: "+16125550101" }],
      services: { totalCount: 2 },
      locations: { totalCount: 2 },
    },
    organizations: { totalCount: 3 },
    service: {
      name: "Overnight Shelter",
      acceptanceMode: "COORDINATED_ENTRY",
      acceptsReferrals: true,
      protectedProgram: "NONE",
      timeZone: "America/Chicago",
      phones: [{ number: "+16125550102", type: "voice" }],
      schedules: [
        {
          byday: "MO,TU,WE,TH,FR,SA,SU",
          opensAt: "18:00",
          closesAt: "08:00",
          timeZone: "America/Chicago",
          freq: "WEEKLY",
        },
      ],
      capacities: [{ available: 3, maximum: 20, unit: { name: "Beds" } }],
      attributes: [
        { taxonomyTerm: { name: "Emergency Shelter", parent: { name: "Housing" }, parents: [{ id: terms.housing }] } },
      ],
      serviceAtLocations: {
        totalCount: 1,
        edges: [{ node: { location: { name: "Main Example Building", serviceAtLocations: { totalCount: 2 } } } }],
      },
    },
    searchServices: { totalCount: 6 },
    taxonomyTerms: {
      totalCount: 2,
      edges: [
        { node: { name: "Food", children: [{ name: "Food Pantry" }, { name: "Meals" }] } },
        { node: { name: "Food Pantry" } },
      ],
    },
    _entities: [
      { name: "Riverside Example Clinic" },
      { protectedProgram: "PART_2" },
      { place: "North Example Hall" },
      { description: "Rear entrance." },
      { name: "Food" },
      null,
      null,
    ],
  });
});

test.each(Object.values(Role))("%s reads the same", async (role) => {
  const asNobody = await resources.data(everything);
  expect(
    await resources.data(
      everything,
      {},
      testViewer(role, { organizationId: organizations.harbor, agencyId: testId(900) }),
    ),
  ).toEqual(asNobody);
});

test("a service that is not active takes no referrals, whatever its directory says", async () => {
  const { service } = await resources.data(`{ service(id: "${services.closed}") { status acceptsReferrals } }`);
  expect(service).toEqual({ status: "INACTIVE", acceptsReferrals: false });
});

test("public data leaves no audit row", async () => {
  await resources.data(everything);
  expect(await resources.owner("SELECT 1 FROM audit_entry WHERE action = 'READ'")).toEqual([]);
});

const tokenOf = (role: Role, organizationId: string, key = "a key for tests that signs viewers"): string =>
  signViewer(testViewer(role, { organizationId }), "resources/graph", key);

describe("on the slice's own connection", () => {
  test.each([
    ["no viewer", () => ""],
    ["a forged viewer", () => tokenOf(Role.SYSTEM, organizations.harbor, "a key that is not the gateway's")],
    ["an officer", () => tokenOf(Role.OFFICER, organizations.harbor)],
    ["a provider", () => tokenOf(Role.PROVIDER, organizations.harbor)],
  ])("with %s no table of a directory can be written", async (who, token) => {
    const tables = await resources.asApp<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'external_id'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables) {
      const written = await resources.asApp(
        `WITH w AS (UPDATE "${name}" SET external_id = external_id || 'x' WHERE source <> 'none' RETURNING 1) SELECT count(*)::int AS n FROM w`,
        [],
        token(),
      );
      const allowed = name === "service_capacity" && who === "a provider" ? 1 : 0;
      expect([name, written]).toEqual([name, [{ n: allowed }]]);
      await expect(
        resources.asApp(
          `INSERT INTO "${name}" (id, source, external_id) VALUES ('${testId(950)}', 'x', 'x')`,
          [],
          token(),
        ),
      ).rejects.toThrow(/row-level security|violates not-null/);
      await expect(resources.asApp(`TRUNCATE "${name}"`, [], token())).rejects.toThrow(/permission denied/);
    }
    const left = await resources.owner("SELECT id FROM service_capacity");
    expect(left).toHaveLength(2);
  });

  test("a provider changes its own organization's capacities and no other's", async () => {
    const raise = (token: string) =>
      resources.asApp<{ id: string }>("UPDATE service_capacity SET available = available + 1 RETURNING id", [], token);
    expect(await raise(tokenOf(Role.PROVIDER, organizations.harbor))).toEqual([{ id: capacities.shelter }]);
    expect(await raise(tokenOf(Role.PARTNER_CLIENT, organizations.clinic))).toEqual([{ id: capacities.detox }]);
    expect(await raise(tokenOf(Role.SOCIAL_WORKER, organizations.clinic))).toEqual([]);
  });
});
