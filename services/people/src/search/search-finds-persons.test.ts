// cspell:disable -- names of synthetic persons, misspelt on purpose
import type { ViewerClaims } from "@corespond/kit";

import { cast, startPeople, type People } from "../testing/startPeople";

const { officer, otherOfficer, socialWorker, supervisor, provider, analyst, administrator, partnerClient, anonymous } =
  cast();
let people: People;
let jose: string;
let phil: string;

const query = `query ($name: String, $birthDate: Date, $phone: String, $first: Int) {
  searchPersons(name: $name, birthDate: $birthDate, phone: $phone, first: $first) { score matchedOn person { id names { text } } }
}`;

interface Match {
  readonly score: number;
  readonly matchedOn: readonly string[];
  readonly person: { readonly id: string };
}

const search = async (viewer: ViewerClaims, criteria: object): Promise<readonly Match[]> =>
  (await people.data(viewer, query, { ...criteria })).searchPersons;
const idsOf = (matches: readonly Match[]): readonly string[] => matches.map(({ person }) => person.id);

beforeAll(async () => {
  people = await startPeople();
  const register = async (names: readonly object[], rest: object = {}): Promise<string> =>
    (await people.register(officer, { names, ...rest })).personId;
  jose = await register(
    [
      { given: "José", family: "O'Testperson-Núñez" },
      { use: "NICKNAME", given: "Pepe" },
      { use: "FORMER", given: "José", family: "Formerexample" },
    ],
    { birthDate: { date: "1980-03-07" }, phones: [{ number: "612-555-0123" }] },
  );
  phil = await register([{ given: "Phil", family: "Knightly" }], { birthDate: { date: "1975-12-25" } });
  await register([{ given: "Yearly", family: "Onlyexample" }], {
    birthDate: { date: "1980-03-07", precision: "YEAR" },
  });
});
afterEach(() => Object.assign(people.relations, { recordIds: [], fails: false }));
afterAll(() => people.stop());

test.each([
  ["as written", "José O'Testperson-Núñez"],
  ["without accents, apostrophe and hyphen, in capitals", "JOSE OTESTPERSON NUNEZ"],
  ["with accents typed as separate characters", "Jose\u0301 O\u2019Testperson Nu\u0301n\u0303ez"],
  ["in another order", "otestperson nunez jose"],
])("a name is found %s, in full", async (_how, name) => {
  const [match] = await search(officer, { name });
  expect(match).toMatchObject({ score: 1, matchedOn: ["NAME"], person: { id: jose } });
});

test.each([
  ["with a slip", "Jose Otestpersen Nunes"],
  ["by its beginning", "Otestp"],
  ["by two letters", "Jo"],
  ["by a nickname", "Pepe"],
  ["by a former name", "Formerexample"],
])("a name is found %s", async (_how, name) => {
  expect(idsOf(await search(officer, { name }))).toContain(jose);
});

test("a name is found by its sound", async () => {
  expect(await search(officer, { name: "Fill Nitely" })).toMatchObject([
    { score: 0.6, matchedOn: ["NAME_SOUND"], person: { id: phil } },
  ]);
  expect(await search(officer, { name: "Fill Nobody" })).toEqual([]);
});

test("a birth date is found exactly, with day and month swapped, and by its year, in this order", async () => {
  expect(await search(officer, { birthDate: "1980-03-07" })).toMatchObject([
    { score: 1, matchedOn: ["BIRTH_DATE"], person: { id: jose } },
    { score: 0.4, matchedOn: ["BIRTH_YEAR"] },
  ]);
  expect(await search(officer, { birthDate: "1980-07-03" })).toMatchObject([
    { score: 0.7, matchedOn: ["BIRTH_DATE_TRANSPOSED"], person: { id: jose } },
    { score: 0.4, matchedOn: ["BIRTH_YEAR"] },
  ]);
  expect(await search(officer, { birthDate: "1975-01-13" })).toMatchObject([
    { score: 0.4, matchedOn: ["BIRTH_YEAR"], person: { id: phil } },
  ]);
  expect(await search(officer, { birthDate: "1981-03-07" })).toEqual([]);
});

test("a phone is found however it is written, and by its last seven digits", async () => {
  for (const phone of ["(612) 555 0123", "+1 612 555 0123", "16125550123"]) {
    expect(await search(officer, { phone })).toMatchObject([{ score: 1, matchedOn: ["PHONE"], person: { id: jose } }]);
  }
  for (const phone of ["555-0123", "763 555 0123"]) {
    expect(await search(officer, { phone })).toMatchObject([
      { score: 0.6, matchedOn: ["PHONE_LAST_SEVEN"], person: { id: jose } },
    ]);
  }
});

test("criteria add up by their weights, and one without a match counts nothing", async () => {
  const all = { name: "Jose Otestperson Nunez", birthDate: "1980-03-07", phone: "612 555 0123" };
  expect((await search(officer, all))[0]).toMatchObject({
    score: 1,
    matchedOn: ["BIRTH_DATE", "NAME", "PHONE"],
    person: { id: jose },
  });
  const [other] = await search(officer, { ...all, phone: "612 555 9999" });
  expect(other?.score).toBeCloseTo(0.8);
  const [swapped] = await search(officer, { name: all.name, birthDate: "1980-07-03" });
  expect(swapped?.score).toBeCloseTo((0.5 + 0.3 * 0.7) / 0.8);
});

test("nobody is found through a record that the viewer may not see, not even by its share in the score", async () => {
  const theirs = await people.register(otherOfficer, {
    names: [{ given: "Hidden", family: "Concealedexample" }],
    phones: [{ number: "763 555 0177" }],
  });
  const ours = await people.register(officer, { names: [{ given: "Hidden", family: "Openexample" }] });
  await people.link([ours.recordId, theirs.recordId]);
  expect(await search(officer, { name: "Concealedexample" })).toEqual([]);
  expect(await search(officer, { phone: "763 555 0177" })).toEqual([]);
  const [match] = await search(officer, { name: "Hidden Openexample", phone: "763 555 0177" });
  expect(match?.score).toBeCloseTo(0.5 / 0.7);
  expect(await search(supervisor, { name: "Concealedexample" })).toMatchObject([{ person: { id: ours.personId } }]);
});

test("a social worker finds whom their caseload names, beyond the agencies that they serve", async () => {
  const theirs = await people.register(otherOfficer, { names: [{ given: "Related", family: "Beyondexample" }] });
  expect(await search(socialWorker, { name: "Beyondexample" })).toEqual([]);
  people.relations.recordIds = [theirs.recordId];
  expect(idsOf(await search(socialWorker, { name: "Beyondexample" }))).toEqual([theirs.personId]);
});

test.each([
  ["a provider", provider],
  ["an analyst", analyst],
  ["an administrator", administrator],
  ["a partner's client", partnerClient],
  ["somebody not signed in", anonymous],
])("%s finds nobody, by one statement as where nobody is", async (_who, viewer) => {
  people.relations.recordIds = (await people.owner<{ id: string }>("SELECT id FROM person_record")).map(({ id }) => id);
  const count = (name: string): Promise<readonly string[]> =>
    people.countStatements(async () => expect(await search(viewer, { name })).toEqual([]));
  expect(await count("Jose Otestperson Nunez")).toEqual(await count("Absentexample"));
});

test("a provider who is shown a person in the same request does not find them either", async () => {
  const { id } = (
    await people.owner<{ id: string }>("SELECT id FROM person_record WHERE person_id = $1", [jose])
  )[0] as { id: string };
  people.relations.recordIds = [id];
  const both = `query ($id: ID!) { person(id: $id) { id } searchPersons(birthDate: "1980-03-07") { person { id } } }`;
  expect(await people.data(provider, both, { id: jose })).toEqual({ person: { id: jose }, searchPersons: [] });
});

test("the best come first, and no more than asked for", async () => {
  for (const given of ["Ann", "Anna", "Annabel"])
    await people.register(officer, { names: [{ given, family: "Rankexample" }] });
  const matches = await search(officer, { name: "Anna Rankexample", first: 2 });
  expect(matches).toHaveLength(2);
  expect(matches[0]).toMatchObject({ score: 1, person: { names: [{ text: "Anna Rankexample" }] } });
  expect(matches[1]?.score).toBeLessThan(1);
});

test.each([
  [{}, "name"],
  [{ name: "A" }, "name"],
  [{ name: "42" }, "name"],
  [{ name: "a".repeat(201) }, "name"],
  [{ phone: "555" }, "phone"],
  [{ birthDate: "2999-01-01" }, "birthDate"],
  [{ name: "Ann", first: 0 }, "first"],
  [{ name: "Ann", first: 51 }, "first"],
])("%j is refused, naming the argument", async (criteria, argumentName) => {
  const { errors } = await people.run(officer, query, { ...criteria });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argumentName });
});

test.each(["a\u0000b c", "100% _ \\ ' \"", "日本 太郎"])("%j is a name like any other", async (name) => {
  const { errors } = await people.run(officer, query, { name: `${name} xx` });
  expect(errors).toBeUndefined();
});
