import { randomUUID } from "node:crypto";

import { personFields } from "../testing/personFields";
import { seedRecord, type SeededRecord } from "../testing/seedRecord";
import { cast, startPeople, type People } from "../testing/startPeople";

const { brooklyn, officer, socialWorker } = cast();
let people: People;
const records: SeededRecord[] = [];

beforeAll(async () => {
  people = await startPeople();
  const persons = Array.from({ length: 200 }, () => randomUUID());
  for (const personId of persons) records.push(await seedRecord(people, { personId, agencyId: brooklyn }));
  people.relations.recordIds = records.map(({ id }) => id);
});
afterAll(() => people.stop());

const entities = `query ($r: [_Any!]!) { _entities(representations: $r) {
  ... on Person { ${personFields} } ... on PersonRecord { person { ${personFields} } }
} }`;

describe.each([
  ["viewer of their own agency's records", officer],
  ["viewer whose relations are asked for", socialWorker],
])("for a %s", (_who, viewer) => {
  test.each([
    [
      "persons by id",
      (count: number) => records.slice(0, count).map(({ personId }) => ({ __typename: "Person", id: personId })),
    ],
    [
      "persons by record",
      (count: number) => records.slice(0, count).map(({ id }) => ({ __typename: "Person", recordId: id })),
    ],
    [
      "records with their persons",
      (count: number) => records.slice(0, count).map(({ id }) => ({ __typename: "PersonRecord", id })),
    ],
  ])("%s take as many statements for 200 as for 10", async (_what, representations) => {
    const count = async (number: number): Promise<readonly string[]> => {
      const sent = await people.countStatements(async () => {
        const { _entities } = await people.data(viewer, entities, { r: representations(number) });
        expect(_entities.filter(Boolean)).toHaveLength(number);
      });
      return sent.toSorted();
    };
    const ten = await count(10);
    expect(await count(200)).toEqual(ten);
    expect(ten.filter((name) => name === "people.person.records")).toHaveLength(1);
  });
});

test("a search takes as many statements for 50 matches as for one", async () => {
  const search = (first: number) =>
    people.countStatements(async () => {
      const { searchPersons } = await people.data(
        officer,
        `query ($first: Int) { searchPersons(name: "Synthetic", first: $first) { person { ${personFields} } } }`,
        { first },
      );
      expect(searchPersons).toHaveLength(first);
    });
  expect(await search(50)).toEqual(await search(1));
});
