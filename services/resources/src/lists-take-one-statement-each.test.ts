import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { startResources, type Resources } from "./testing/startResources";
import { capacities, organizations, terms } from "./testing/testIds";

let resources: Resources;

beforeAll(async () => {
  resources = await startResources();
});

afterAll(async () => {
  await resources.stop();
});

const parts = `organization { name locations(first: 2) { edges { node { name addresses { city } } } } } program { name } isOpen
  phones { number languages { name } } schedules { byday } capacities { available isStale unit { name } } serviceAreas { name } languages { name }
  costOptions { amount } requiredDocuments { document } contacts { name phones { number } } attributes { taxonomyTerm { name parent { name } children { name } } }
  serviceAtLocations(first: 3) { totalCount edges { node { phones { number } schedules { byday } location { name phones { number } accessibility { description } } } } }`;

const lists: readonly (readonly [string, string])[] = [
  ["a search by name", `{ searchServices(first: 100) { totalCount edges { node { id ${parts} } } } }`],
  [
    "a search by all",
    `{ searchServices(first: 100, text: "example", near: { latitude: 44.9, longitude: -93.2, withinMiles: 400 }, age: 30, taxonomyTermIds: ["${terms.food}"]) { edges { node { id } } } }`,
  ],
  [
    "organizations",
    `{ organizations(first: 100) { edges { node { id phones { number } services(first: 5) { edges { node { ${parts} } } } parentOrganization { name } } } } }`,
  ],
  ["terms", `{ taxonomyTerms(first: 100) { edges { node { name parents { name } children { name } } } } }`],
  [
    "entities",
    `{ _entities(representations: [${Object.values(organizations)
      .map((id) => `{ __typename: "Organization", id: "${id}" }`)
      .join(", ")}]) { ... on Organization { name services { edges { node { ${parts} } } } } } }`,
  ],
];

async function grow(from: number, to: number): Promise<void> {
  await resources.owner(
    `WITH n AS (SELECT lpad(n::text, 12, '0') AS tail, n FROM generate_series($1::int, $2::int) n),
     o AS (INSERT INTO organization (id, source, external_id, name) SELECT ('10000000-0000-4000-8000-' || tail)::uuid, 'grown', tail, 'Grown Example ' || tail FROM n RETURNING id),
     t AS (INSERT INTO taxonomy_term (id, source, external_id, name, parent_ids) SELECT ('20000000-0000-4000-8000-' || tail)::uuid, 'grown', tail, 'Term ' || tail, ARRAY['${terms.food}'::uuid] FROM n),
     l AS (INSERT INTO location (id, source, external_id, name, location_type, organization_id, latitude, longitude, confidential)
       SELECT ('30000000-0000-4000-8000-' || tail)::uuid, 'grown', tail, 'Place ' || tail, 'PHYSICAL', ('10000000-0000-4000-8000-' || tail)::uuid, 44.9, -93.2, n % 5 = 0 FROM n),
     s AS (INSERT INTO service (id, source, external_id, name, status, organization_id, acceptance_mode, time_zone)
       SELECT ('40000000-0000-4000-8000-' || tail)::uuid, 'grown', tail, 'Example Service ' || tail, 'ACTIVE', ('10000000-0000-4000-8000-' || tail)::uuid, 'DIRECT', 'America/Chicago' FROM n),
     p AS (INSERT INTO phone (id, source, external_id, service_id, number_text) SELECT ('50000000-0000-4000-8000-' || tail)::uuid, 'grown', tail, ('40000000-0000-4000-8000-' || tail)::uuid, tail FROM n),
     a AS (INSERT INTO attribute (id, source, external_id, service_id, taxonomy_term_id) SELECT ('60000000-0000-4000-8000-' || tail)::uuid, 'grown', tail, ('40000000-0000-4000-8000-' || tail)::uuid, ('20000000-0000-4000-8000-' || tail)::uuid FROM n),
     c AS (INSERT INTO service_capacity (id, source, external_id, service_id, unit_id, available, status, updated_at)
       SELECT ('80000000-0000-4000-8000-' || tail)::uuid, 'grown', tail, ('40000000-0000-4000-8000-' || tail)::uuid, '${capacities.beds}', 1, 'CAPACITY', now() FROM n),
     x AS (INSERT INTO service_search (service_id, document, names, term_ids, hours_known) SELECT ('40000000-0000-4000-8000-' || tail)::uuid, to_tsvector('english', 'example service'), 'example', ARRAY['${terms.food}'::uuid], false FROM n)
     INSERT INTO service_at_location (id, source, external_id, service_id, location_id) SELECT ('70000000-0000-4000-8000-' || tail)::uuid, 'grown', tail, ('40000000-0000-4000-8000-' || tail)::uuid, ('30000000-0000-4000-8000-' || tail)::uuid FROM n`,
    [from, to],
  );
}

async function statementsOf(query: string): Promise<readonly string[]> {
  const names = await resources.countStatements(async () => {
    const { errors } = await resources.run(testViewer(Role.ANONYMOUS), query);
    expect(errors).toBeUndefined();
  });
  return [...names].sort();
}

test("the statements of every list are as many at 200 rows as at 10", async () => {
  await grow(1, 10);
  const few = new Map<string, readonly string[]>();
  for (const [name, query] of lists) few.set(name, await statementsOf(query));
  await grow(11, 200);
  for (const [name, query] of lists) {
    const many = await statementsOf(query);
    expect([name, many]).toEqual([name, few.get(name)]);
  }
});

test("a page of a search is one statement, and its count another where it is asked for", async () => {
  expect(
    await statementsOf(
      `{ searchServices(text: "example", first: 10) { edges { node { id name } } pageInfo { hasNextPage } } }`,
    ),
  ).toEqual(["resources.service.search"]);
  expect(await statementsOf(`{ searchServices(text: "example", first: 10) { totalCount } }`)).toEqual([
    "resources.service.search",
    "resources.service.search.count",
  ]);
});

test("a list without pages ends at 100", async () => {
  await resources.owner(
    `INSERT INTO phone (id, source, external_id, organization_id, number_text)
     SELECT gen_random_uuid(), 'many', n::text, '${organizations.clinic}', n::text FROM generate_series(1, 120) n`,
  );
  const { organization } = await resources.data(
    `{ organization(id: "${organizations.clinic}") { phones { numberText } } }`,
  );
  expect(organization.phones).toHaveLength(100);
});
