import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { startResources, type Resources } from "./testing/startResources";
import { hiddenPlace, mainPlace } from "./testing/testDirectory";
import { locations, organizations, places, services, testId } from "./testing/testIds";

let resources: Resources;

beforeAll(async () => {
  resources = await startResources();
  await resources.owner(`
    INSERT INTO contact_person (id, source, external_id, location_id, name) VALUES ('${testId(201)}', 'test', 'c1', '${locations.hidden}', 'Secret Person');
    INSERT INTO phone (id, source, external_id, location_id, service_id, number_text) VALUES ('${testId(202)}', 'test', 'p1', '${locations.hidden}', '${services.safeHouse}', 'secret 1');
    INSERT INTO phone (id, source, external_id, service_at_location_id, number_text) VALUES ('${testId(203)}', 'test', 'p2', '${places.safeHouseAtHidden}', 'secret 2');
    INSERT INTO phone (id, source, external_id, contact_id, service_id, number_text) VALUES ('${testId(204)}', 'test', 'p3', '${testId(201)}', '${services.safeHouse}', 'secret 3');
    INSERT INTO accessibility (id, source, external_id, location_id, description) VALUES ('${testId(205)}', 'test', 'a1', '${locations.hidden}', 'secret ramp');
    INSERT INTO language (id, source, external_id, location_id, name) VALUES ('${testId(206)}', 'test', 'l1', '${locations.hidden}', 'secret language');
    INSERT INTO schedule (id, source, external_id, location_id, time_zone, description) VALUES ('${testId(207)}', 'test', 's1', '${locations.hidden}', 'America/Chicago', 'secret hours');
    INSERT INTO service_area (id, source, external_id, service_at_location_id, name) VALUES ('${testId(208)}', 'test', 'sa1', '${places.safeHouseAtHidden}', 'secret area');`);
});

afterAll(async () => {
  await resources.stop();
});

const everythingOfLocation = `id confidential frontGate { phone text } redactions { field } source externalId locationType url name alternateName
  description transportation latitude longitude externalIdentifier externalIdentifierType organization { id }
  addresses { address1 } phones { numberText } contacts { name } schedules { description } languages { name } accessibility { description } attributes { id }`;

const everythingOfPlace = `id source externalId description redactions { field } phones { numberText } contacts { name } schedules { description }
  serviceAreas { name } attributes { id } service { id name phones { numberText } } location { ${everythingOfLocation} }`;

const secrets = /secret|hidden example|45\.1|93\.4/i;

const everyPath = {
  "by id": `{ location(id: "${locations.hidden}") { ${everythingOfLocation} serviceAtLocations { edges { node { ${everythingOfPlace} } } } } }`,
  "as an entity": `{ _entities(representations: [{ __typename: "Location", id: "${locations.hidden}" }]) { ... on Location { ${everythingOfLocation} } } }`,
  "as a service at a location": `{ _entities(representations: [{ __typename: "ServiceAtLocation", id: "${places.safeHouseAtHidden}" }]) { ... on ServiceAtLocation { ${everythingOfPlace} } } }`,
  "from its organization": `{ organization(id: "${organizations.harbor}") { locations { edges { cursor node { ${everythingOfLocation} } } } phones { numberText } contacts { name } } }`,
  "from its service": `{ service(id: "${services.safeHouse}") { name phones { numberText } schedules { description } contacts { name } serviceAreas { name } serviceAtLocations { edges { node { ${everythingOfPlace} } } } } }`,
  "from a search": `{ searchServices(text: "refuge") { edges { node { name phones { numberText } serviceAtLocations { edges { node { ${everythingOfPlace} } } } } } } }`,
};

describe.each(Object.values(Role).filter((role) => role !== Role.SYSTEM))("as %s", (role) => {
  test.each(Object.entries(everyPath))("what is secret is not shown %s", async (_, query) => {
    const data = await resources.data(query, {}, testViewer(role, { organizationId: organizations.harbor }));
    const shown = JSON.stringify(data);
    expect(shown).toContain("612-555-0199");
    expect(shown).not.toMatch(secrets);
  });
});

test("a confidential location has a front gate and says what it withholds, another has neither", async () => {
  const { hidden, main } = await resources.data(`{
    hidden: location(id: "${locations.hidden}") { ${everythingOfLocation} }
    main: location(id: "${locations.main}") { confidential name latitude frontGate { phone } redactions { field } addresses { address1 } } }`);
  expect(hidden).toMatchObject({
    confidential: true,
    frontGate: { phone: "612-555-0199", text: "Call, day or night." },
    latitude: null,
    addresses: [],
  });
  expect(hidden.redactions.map(({ field }: { field: string }) => field)).toEqual(
    expect.arrayContaining(["name", "latitude", "longitude", "addresses", "phones"]),
  );
  expect(main).toEqual({
    confidential: false,
    name: "Main Example Building",
    latitude: mainPlace.latitude,
    frontGate: null,
    redactions: [],
    addresses: [{ address1: "1 Example Street" }],
  });
});

describe("in searches by distance", () => {
  const near = (
    point: { readonly latitude: number; readonly longitude: number },
    withinMiles: number,
    more = "",
  ): string =>
    `{ searchServices(near: { latitude: ${point.latitude}, longitude: ${point.longitude}, withinMiles: ${withinMiles} } ${more}) { totalCount edges { node { id } } } }`;
  const ids = ({ searchServices }: { searchServices: { edges: { node: { id: string } }[] } }): readonly string[] =>
    searchServices.edges.map(({ node }) => node.id);

  test("a circle around the hidden point finds nothing there", async () => {
    const data = await resources.data(near(hiddenPlace, 0.5));
    expect(data.searchServices).toEqual({ totalCount: 0, edges: [] });
  });

  test("no radius finds a service that is only there, nor counts it", async () => {
    for (const miles of [1, 5, 20, 500]) {
      const data = await resources.data(near(hiddenPlace, miles));
      expect(ids(data)).not.toContain(services.safeHouse);
      expect(data.searchServices.totalCount).toBe(ids(data).length);
    }
    expect(ids(await resources.data(near(hiddenPlace, 500)))).toHaveLength(4);
  });

  test("not even the hub itself, whom row-level security lets see all, finds it by distance", async () => {
    const data = await resources.data(near(hiddenPlace, 500), {}, testViewer(Role.SYSTEM));
    expect(ids(data)).not.toContain(services.safeHouse);
    expect(ids(await resources.data(near(hiddenPlace, 0.5), {}, testViewer(Role.SYSTEM)))).toEqual([]);
  });

  test("a service that is elsewhere too is as far as elsewhere", async () => {
    // Detox is at the hidden point and at the main building, farther from here than the northern hall.
    const order = ids(await resources.data(near(hiddenPlace, 500)));
    expect(order.indexOf(services.detox)).toBeGreaterThan(order.indexOf(services.pantry));
    expect(ids(await resources.data(near(hiddenPlace, 8)))).toEqual([services.pantry, services.nightDesk].sort());
  });

  test("moving the hidden point changes no answer", async () => {
    const ask = async (): Promise<string> =>
      JSON.stringify([
        await resources.data(near(mainPlace, 30)),
        await resources.data(near(hiddenPlace, 30, "first: 1")),
        await resources.data(everyPath["from its organization"]),
      ]);
    const before = await ask();
    await resources.owner(
      `UPDATE location SET latitude = 44.98, longitude = -93.26, name = 'Aaa' WHERE id = '${locations.hidden}'`,
    );
    expect(await ask()).toBe(before);
    await resources.owner(
      `UPDATE location SET latitude = $1, longitude = $2, name = $3 WHERE id = '${locations.hidden}'`,
      [hiddenPlace.latitude, hiddenPlace.longitude, hiddenPlace.name],
    );
  });

  test("by text it is found, without its place", async () => {
    const data = await resources.data(`{ searchServices(text: "refuge") { totalCount edges { node { id } } } }`);
    expect(ids(data)).toEqual([services.safeHouse]);
  });
});

test("a location that becomes confidential is hidden at once, with all that belongs to it", async () => {
  const query = `{ location(id: "${locations.north}") { name latitude schedules { byday } } }`;
  await resources.owner(`UPDATE location SET confidential = true WHERE id = '${locations.north}'`);
  expect((await resources.data(query)).location).toEqual({ name: null, latitude: null, schedules: [] });
  await resources.owner(`UPDATE location SET confidential = false WHERE id = '${locations.north}'`);
  expect((await resources.data(query)).location).toMatchObject({
    name: "North Example Hall",
    schedules: [{ byday: "SA,SU" }],
  });
});

test.each([
  ["no viewer", ""],
  ["a viewer that nobody signed", "resources/graph.eyJyb2xlIjoiU1lTVEVNIiwiZXhwIjo5OTk5OTk5OTk5fQ.AAAA"],
])("whoever has the slice's connection and %s finds no secret in any table or view", async (_, token) => {
  const relations = await resources.asApp<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
       AND has_table_privilege(c.oid, 'SELECT')`,
  );
  expect(relations.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["location", "address", "phone", "place", "service_place", "opening"]),
  );
  for (const { name } of relations) {
    const rows = await resources.asApp(`SELECT * FROM "${name}"`, [], token);
    expect(JSON.stringify(rows)).not.toMatch(secrets);
  }
});
