import { randomUUID } from "node:crypto";

import { cast, startPeople, type People } from "../testing/startPeople";

const { officer, otherOfficer, socialWorker, supervisor, provider, analyst, brooklyn, plymouth } = cast();
let people: People;
let here: { personId: string; recordId: string };
let there: { personId: string; recordId: string };
let personId: string;

beforeAll(async () => {
  people = await startPeople();
  here = await people.register(officer, { names: [{ given: "Fact" }] });
  there = await people.register(otherOfficer, { names: [{ given: "Fact" }] });
  personId = await people.link([here.recordId, there.recordId]);
});
afterEach(() => Object.assign(people.relations, { recordIds: [], fails: false }));
afterAll(() => people.stop());

test("a viewer learns of the records that they may see, and of no others", async () => {
  const recordIds = [here.recordId, there.recordId, randomUUID(), "no id"];
  expect(await people.port(officer, "recordFacts", { recordIds })).toEqual([
    { recordId: here.recordId, personId, sourceAgencyId: brooklyn },
  ]);
  expect(await people.port(supervisor, "recordFacts", { recordIds })).toHaveLength(2);
  expect(await people.port(analyst, "recordFacts", { recordIds })).toEqual([]);
});

test("a person's fact is the newest visible record, the viewer's own agency's before others", async () => {
  const asked = { personIds: [personId, randomUUID()] };
  expect(await people.port(officer, "recordFacts", asked)).toEqual([
    { recordId: here.recordId, personId, sourceAgencyId: brooklyn },
  ]);
  expect(await people.port(supervisor, "recordFacts", asked)).toEqual([
    { recordId: there.recordId, personId, sourceAgencyId: plymouth },
  ]);
  expect(await people.port({ ...supervisor, agencyId: brooklyn }, "recordFacts", asked)).toEqual([
    { recordId: here.recordId, personId, sourceAgencyId: brooklyn },
  ]);
});

test("a person who was merged is answered under the id that was asked for", async () => {
  await people.owner("UPDATE person SET redirect_to = $1 WHERE id = $2", [personId, there.personId]);
  expect(await people.port(officer, "recordFacts", { personIds: [there.personId] })).toEqual([
    { recordId: here.recordId, personId: there.personId, sourceAgencyId: brooklyn },
  ]);
});

test("relations count at the port as in the graph", async () => {
  people.relations.recordIds = [there.recordId];
  const fact = { recordId: there.recordId, personId, sourceAgencyId: plymouth };
  expect(
    await people.port({ ...socialWorker, serves: [] }, "recordFacts", { recordIds: [here.recordId, there.recordId] }),
  ).toEqual([fact]);
  expect(await people.port(provider, "recordFacts", { personIds: [personId] })).toEqual([fact]);
  people.relations.fails = true;
  await expect(people.port(provider, "recordFacts", { personIds: [personId] })).rejects.toThrow("did not answer");
});

test("a question is one statement, and bounded", async () => {
  const one = await people.countStatements(() =>
    people.port(officer, "recordFacts", { recordIds: [here.recordId], personIds: [personId] }),
  );
  expect(one).toEqual(["people.record.facts"]);
  await expect(
    people.port(officer, "recordFacts", { recordIds: Array.from({ length: 1_001 }, () => randomUUID()) }),
  ).rejects.toThrow();
});
