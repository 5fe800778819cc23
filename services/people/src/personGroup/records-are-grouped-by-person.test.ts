import { randomUUID } from "node:crypto";

import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";
import fc from "fast-check";

import { cast, startPeople, type People } from "../testing/startPeople";

const { analyst, administrator, officer, otherOfficer, dispatcher, socialWorker, supervisor, privacyOfficer, ...rest } =
  cast();
let people: People;
let ofOne: readonly string[];
let ofAnother: string;

beforeAll(async () => {
  people = await startPeople();
  const registered = [officer, otherOfficer, officer].map((by) =>
    people.register(by, { names: [{ given: "Testperson" }] }),
  );
  const [here, there, another] = (await Promise.all(registered)).map(({ recordId }) => recordId);
  ofOne = [here ?? "", there ?? ""];
  ofAnother = another ?? "";
  await people.link(ofOne);
});
afterAll(() => people.stop());

const groups = async (recordIds: readonly string[], viewer = analyst): Promise<unknown> =>
  await people.port(viewer, "personGroups", { recordIds });

test("records of one person share the position of the first, unknown ones are alone", async () => {
  const [one = "", other = ""] = ofOne;
  const unknown = randomUUID();
  expect(await groups([unknown, other, ofAnother, one, randomUUID(), unknown, other])).toEqual([0, 1, 2, 1, 4, 0, 1]);
  expect(await groups([])).toEqual([]);
});

test("all staff are told, whichever records they may see, and nobody else", async () => {
  for (const viewer of [officer, dispatcher, socialWorker, supervisor, privacyOfficer, analyst, administrator])
    expect(await groups([...ofOne, ofAnother], viewer)).toEqual([0, 0, 2]);
  for (const viewer of [rest.provider, rest.partnerClient, rest.anonymous, testViewer(Role.PROVIDER)])
    await expect(groups(ofOne, viewer)).rejects.toThrow(/does not learn/);
});

test("an undone link is undone here", async () => {
  const [one = ""] = ofOne;
  const [{ id: before }] = (await people.owner<{ id: string }>(
    "SELECT person_id AS id FROM person_record WHERE id = $1",
    [one],
  )) as [{ id: string }];
  const apart = randomUUID();
  await people.owner("INSERT INTO person (id) VALUES ($1)", [apart]);
  await people.owner("UPDATE person_record SET person_id = $2 WHERE id = $1", [one, apart]);
  expect(await groups(ofOne)).toEqual([0, 1]);
  await people.owner("UPDATE person_record SET person_id = $2 WHERE id = $1", [one, before]);
  expect(await groups(ofOne)).toEqual([0, 0]);
});

test("whatever the order, the same records are together", async () => {
  const ids = [...ofOne, ofAnother, randomUUID(), randomUUID()];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...ids, ...ids]), async (asked) => {
      const given = (await groups(asked)) as number[];
      const person = (id: string): string => (ofOne.includes(id) ? "one" : id);
      expect(given).toEqual(asked.map((id) => asked.findIndex((other) => person(other) === person(id))));
    }),
    { numRuns: 30 },
  );
});

test("ten thousand records are one statement, and more are refused", async () => {
  const ids = Array.from({ length: 10_000 }, () => randomUUID());
  let answer: unknown;
  const statements = await people.countStatements(async () => {
    answer = await groups(ids);
  });
  expect(statements).toEqual(["people.personGroup.groups"]);
  expect(answer).toEqual(ids.map((_, position) => position));
  await expect(groups([...ids, randomUUID()])).rejects.toThrow();
});
