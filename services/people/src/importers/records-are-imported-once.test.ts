import { randomUUID } from "node:crypto";

import { cast, startPeople, type People } from "../testing/startPeople";
import type { ImportedRecord } from "./importedRecord";
import { importRecords, type ImportedRecords } from "./importRecords";

let people: People;

beforeAll(async () => {
  people = await startPeople();
});
afterAll(() => people.stop());

const system = () => people.slice.systemContext("import");

const person = (values: Partial<ImportedRecord>): ImportedRecord => ({
  ...{ key: null, given: "Avery", middle: null, family: "Testperson", birthDate: "1980-02-29" },
  ...values,
});

const bring = async (sourceAgencyId: string, ...records: readonly ImportedRecord[]): Promise<ImportedRecords> =>
  await importRecords(system(), { sourceAgencyId, source: "rms", records });

test("a record is made once, by the key of its system or by name and birth date", async () => {
  const { brooklyn, officer, otherOfficer } = cast();
  const records = [
    person({ key: "A-1" }),
    person({}),
    person({ given: " AVERY ", family: "testperson" }),
    person({ birthDate: "1980-03-01" }),
  ];
  const first = await bring(brooklyn, ...records);
  expect(first).toMatchObject({ loaded: 3, unchanged: 0 });
  expect(new Set(first.recordIds).size).toBe(3);
  expect(first.recordIds[1]).toBe(first.recordIds[2]);
  expect(await bring(brooklyn, ...records)).toEqual({ recordIds: first.recordIds, loaded: 0, unchanged: 3 });
  const query = `query ($recordId: ID!) { _entities(representations: [{ __typename: "PersonRecord", id: $recordId }]) {
    ... on PersonRecord { names { given family use } birthDate { date precision } recordedBy { id } } } }`;
  const [record] = (await people.data(officer, query, { recordId: first.recordIds[0] }))._entities;
  expect(record).toEqual({
    names: [{ given: "Avery", family: "Testperson", use: "OFFICIAL" }],
    birthDate: { date: "1980-02-29", precision: "DAY" },
    recordedBy: null,
  });
  expect((await people.data(otherOfficer, query, { recordId: first.recordIds[0] }))._entities).toEqual([null]);
});

test("each agency's records are its own, and other slices are told of new persons", async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const [first, second] = [await bring(one, person({ key: "B-1" })), await bring(other, person({ key: "B-1" }))];
  expect(first.recordIds).not.toEqual(second.recordIds);
  const told = await people.owner(
    "SELECT payload ->> 'recordId' AS id FROM outbox WHERE payload ->> 'sourceAgencyId' = $1",
    [one],
  );
  expect(told).toEqual([{ id: first.recordIds[0] }]);
});

test("a dry run says what it would do", async () => {
  const { brooklyn } = cast();
  const { recordIds } = await bring(brooklyn, person({ key: "C-1" }));
  const records = [person({ key: "C-1" }), person({ key: "C-2" })];
  const dry = await importRecords(system(), { sourceAgencyId: brooklyn, source: "rms", records, dryRun: true });
  expect(dry).toEqual({ recordIds: [recordIds[0], null], loaded: 1, unchanged: 1 });
  expect(await people.owner("SELECT FROM person_record WHERE external_key = 'rms:key:C-2'")).toEqual([]);
});

test("nobody but the hub itself imports records", async () => {
  const context = { ...system(), viewer: { ...cast().administrator, exp: 0 } };
  const given = { sourceAgencyId: randomUUID(), source: "rms", records: [person({})] };
  await expect(importRecords(context, given)).rejects.toThrow(/Only the hub itself/);
});
