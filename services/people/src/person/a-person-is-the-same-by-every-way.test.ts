import { randomUUID } from "node:crypto";

import { Role, type ViewerClaims } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";
import fc from "fast-check";

import { personFields } from "../testing/personFields";
import { seedRecord, type SeededRecord } from "../testing/seedRecord";
import { startPeople, type People } from "../testing/startPeople";

const [brooklyn, plymouth, county] = [randomUUID(), randomUUID(), randomUUID()];
const agencies = [brooklyn, plymouth, county];
const searchers = [Role.OFFICER, Role.DISPATCHER, Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.PRIVACY_OFFICER];

const viewers: readonly ViewerClaims[] = [
  testViewer(Role.OFFICER, { agencyId: brooklyn }),
  testViewer(Role.DISPATCHER, { agencyId: plymouth }),
  testViewer(Role.SOCIAL_WORKER, { agencyId: county, serves: [plymouth] }),
  testViewer(Role.SUPERVISOR, { agencyId: county, serves: [brooklyn, plymouth] }),
  testViewer(Role.PRIVACY_OFFICER, { agencyId: county, serves: [] }),
  testViewer(Role.PROVIDER, { organizationId: randomUUID() }),
  testViewer(Role.ANALYST, { agencyId: county, serves: agencies }),
];

let people: People;
beforeAll(async () => {
  people = await startPeople();
});
afterAll(() => people.stop());

/** Who sees what, stated a second time and independently of the policy. */
function sees(viewer: ViewerClaims, record: SeededRecord, related: readonly string[]): boolean {
  const own = record.agencyId === viewer.agencyId;
  const served = viewer.serves.includes(record.agencyId);
  switch (viewer.role) {
    case Role.OFFICER:
    case Role.DISPATCHER:
      return own;
    case Role.SOCIAL_WORKER:
    case Role.SUPERVISOR:
    case Role.PRIVACY_OFFICER:
      return own || served || related.includes(record.id);
    case Role.PROVIDER:
      return related.includes(record.id);
    default:
      return false;
  }
}

/** The person by every way that leads to it, each in a request of its own. */
async function byEveryWay(
  viewer: ViewerClaims,
  personId: string,
  records: readonly SeededRecord[],
): Promise<readonly unknown[]> {
  const entity = async (representation: object): Promise<unknown> => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { ${personFields} } } }`;
    return (await people.data(viewer, query, { r: [{ __typename: "Person", ...representation }] }))._entities[0];
  };
  const search = `query ($name: String!) { searchPersons(name: $name) { person { ${personFields} } } }`;
  const findable = searchers.includes(viewer.role) ? records : [];
  const found = findable.map(
    async ({ mark }) => (await people.data(viewer, search, { name: mark })).searchPersons[0].person as unknown,
  );
  return await Promise.all([
    people
      .data(viewer, `query ($id: ID!) { person(id: $id) { ${personFields} } }`, { id: personId })
      .then(({ person }) => person as unknown),
    entity({ id: personId }),
    ...records.flatMap(({ id }) => [
      entity({ recordId: id }),
      people
        .data(viewer, `query ($id: ID!) { personRecord(id: $id) { person { ${personFields} } } }`, { id })
        .then(({ personRecord }) => personRecord.person as unknown),
    ]),
    ...found,
  ]);
}

const place = fc.record({
  agencyId: fc.constantFrom(...agencies),
  precision: fc.constantFrom("DAY", "YEAR"),
  addressKind: fc.constantFrom("HOME", "DESIGNATED"),
  related: fc.boolean(),
});

test("whatever is linked to whom, a viewer gets one and the same person by every way, made of visible records alone", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 4 }), async (places) => {
      const personId = randomUUID();
      const records: SeededRecord[] = [];
      for (const { agencyId, precision, addressKind } of places)
        records.push(await seedRecord(people, { personId, agencyId, precision, addressKind }));
      const related = records.filter((_, number) => places[number]?.related).map(({ id }) => id);
      people.relations.recordIds = related;
      for (const viewer of viewers) {
        const visible = records.filter((record) => sees(viewer, record, related)).reverse();
        const [person, ...others] = await byEveryWay(viewer, personId, visible);
        for (const other of others) expect(other).toEqual(person);
        const told = JSON.stringify(person);
        for (const { mark } of records.filter((record) => !visible.includes(record))) expect(told).not.toContain(mark);
        if (visible.length === 0) expect(person).toBeNull();
        else
          expect(person).toMatchObject({
            id: personId,
            recordId: visible[0]?.id,
            recordIds: visible.map(({ id }) => id),
          });
      }
    }),
    { numRuns: 4 },
  );
});

test("a record that the viewer may not see leads nowhere, even to a person of whom they see another", async () => {
  const personId = randomUUID();
  const [seen, hidden] = [
    await seedRecord(people, { personId, agencyId: brooklyn }),
    await seedRecord(people, { personId, agencyId: plymouth }),
  ];
  const officer = testViewer(Role.OFFICER, { agencyId: brooklyn });
  const { _entities, personRecord } = await people.data(
    officer,
    `query ($r: [_Any!]!, $id: ID!) { _entities(representations: $r) { ... on Person { id } } personRecord(id: $id) { id } }`,
    { r: [hidden, seen].map(({ id }) => ({ __typename: "Person", recordId: id })), id: hidden.id },
  );
  expect(_entities).toEqual([null, { id: personId }]);
  expect(personRecord).toBeNull();
});

test("an id that was merged away leads to the survivor, and a circle of redirects to nobody", async () => {
  const [survivor, merged, twice, lost] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await seedRecord(people, { personId: survivor, agencyId: brooklyn });
  await people.owner("INSERT INTO person (id, redirect_to) VALUES ($1, NULL), ($2, $3), ($4, $1)", [
    lost,
    merged,
    survivor,
    twice,
  ]);
  await people.owner("UPDATE person SET redirect_to = CASE id WHEN $1 THEN $2::uuid ELSE $1 END WHERE id IN ($1, $2)", [
    lost,
    twice,
  ]);
  const officer = testViewer(Role.OFFICER, { agencyId: brooklyn });
  const answer = await people.data(
    officer,
    `query ($merged: ID!, $lost: ID!, $r: [_Any!]!) {
      person(id: $merged) { id } lost: person(id: $lost) { id } _entities(representations: $r) { ... on Person { id } }
    }`,
    { merged, lost, r: [{ __typename: "Person", id: merged }] },
  );
  expect(answer).toEqual({ person: { id: survivor }, lost: null, _entities: [{ id: survivor }] });
});

test.each(["no id", "", "00000000-0000-0000-0000-00000000000"])("%j is nobody's id", async (id) => {
  const query = `query ($id: ID!, $r: [_Any!]!) { person(id: $id) { id } personRecord(id: $id) { id } _entities(representations: $r) { __typename } }`;
  const r = ["Person", "PersonRecord", "Consent"].map((__typename) => ({ __typename, id }));
  expect(await people.data(viewers[0] as ViewerClaims, query, { id, r })).toEqual({
    person: null,
    personRecord: null,
    _entities: [null, null, null],
  });
});
