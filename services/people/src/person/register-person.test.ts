// cspell:disable -- names of synthetic persons, misspelt on purpose
import { cast, keyed, startPeople, type People } from "../testing/startPeople";

const { officer, socialWorker, supervisor, provider } = cast();
let people: People;

beforeAll(async () => {
  people = await startPeople();
});
afterAll(() => people.stop());

const everything = {
  names: [
    { use: "NICKNAME", given: "Zee" },
    { use: "OFFICIAL", given: "Žofie", middle: "Ann", family: "Testperson", suffix: "Jr" },
  ],
  birthDate: { date: "1984-02-29", precision: "DAY" },
  sex: "FEMALE",
  genderIdentity: "woman",
  languages: [{ code: "ces", preferred: true, needsInterpreter: true }, { code: "eng" }],
  phones: [{ number: "(612) 555-0123" }, { number: "ask at the desk" }],
  addresses: [
    {
      kind: "SHELTER",
      place: "Example House",
      address1: "1 Example St",
      city: "Exampleton",
      stateProvince: "MN",
      postalCode: "55001",
    },
  ],
  safeContact: {
    channel: "TEXT",
    hours: [{ days: ["MONDAY", "TUESDAY"], from: "09:00", to: "11:30" }],
    instructions: "Never call.",
  },
  guardians: [{ name: "Ada Example", relation: "aunt", phone: "612 555 0188", authority: "GUARDIAN" }],
};

const details = `
  names { use given middle family suffix text } description birthDate { date precision } age sex genderIdentity
  languages { code preferred needsInterpreter } phones { raw e164 }
  addresses { kind place address1 address2 city stateProvince postalCode country }
  safeContact { channel hours { days from to } instructions }
  guardians { name relation phone { raw e164 } authority }`;

const register = `mutation ($input: RegisterPersonInput!) {
  registerPerson(input: $input) {
    person { id recordId recordIds ${details} records { id } }
    personRecord { id sourceAgency { id } recordedBy { id } recordedAt ${details} }
    possibleDuplicates { score matchedOn person { id } }
    userErrors { code field message }
  }
}`;

async function refused(input: object): Promise<{ code: string; field: string[]; message: string }[]> {
  const { registerPerson } = await people.data(socialWorker, register, { input: keyed(input) });
  expect(registerPerson).toMatchObject({ person: null, personRecord: null, possibleDuplicates: [] });
  return registerPerson.userErrors;
}

test("everything that is stated is kept, as the registrar's agency's record", async () => {
  const { registerPerson } = await people.data(socialWorker, register, { input: keyed(everything) });
  const { person, personRecord, userErrors } = registerPerson;
  expect(userErrors).toEqual([]);
  expect(personRecord).toMatchObject({
    sourceAgency: { id: socialWorker.agencyId },
    recordedBy: { id: socialWorker.id },
    names: [
      {
        use: "OFFICIAL",
        given: "Žofie",
        middle: "Ann",
        family: "Testperson",
        suffix: "Jr",
        text: "Žofie Ann Testperson Jr",
      },
      { use: "NICKNAME", given: "Zee", family: null, text: "Zee" },
    ],
    description: null,
    birthDate: { date: "1984-02-29", precision: "DAY" },
    sex: "FEMALE",
    genderIdentity: "woman",
    languages: [
      { code: "ces", preferred: true, needsInterpreter: true },
      { code: "eng", preferred: false, needsInterpreter: false },
    ],
    phones: [
      { raw: "(612) 555-0123", e164: "+16125550123" },
      { raw: "ask at the desk", e164: null },
    ],
    addresses: [{ ...everything.addresses[0], address2: null, country: "US" }],
    safeContact: everything.safeContact,
    guardians: [
      {
        name: "Ada Example",
        relation: "aunt",
        phone: { raw: "612 555 0188", e164: "+16125550188" },
        authority: "GUARDIAN",
      },
    ],
  });
  expect(person).toMatchObject({
    recordId: personRecord.id,
    recordIds: [personRecord.id],
    records: [{ id: personRecord.id }],
  });
  const { id: _id, sourceAgency: _agency, recordedBy: _by, recordedAt: _at, ...stated } = personRecord;
  expect(person).toMatchObject(stated);
});

test("a registration is audited by the names of its fields, and told to others by ids alone", async () => {
  const { personId, recordId } = await people.register(officer, {
    names: [{ given: "Audited", family: "Testperson" }],
    sex: "MALE",
  });
  const [audit] = await people.owner(
    "SELECT action, subjects, record_ids, fields FROM audit_entry WHERE action = 'registerPerson' AND record_ids = $1",
    [[recordId]],
  );
  expect(audit).toEqual({
    action: "registerPerson",
    subjects: { Person: [personId], PersonRecord: [recordId] },
    record_ids: [recordId],
    fields: ["PersonRecord.names", "PersonRecord.sex"],
  });
  const [event] = await people.owner("SELECT type, payload FROM outbox WHERE entity_id = $1", [personId]);
  expect(event).toEqual({
    type: "person.registered",
    payload: { personId, recordId, sourceAgencyId: officer.agencyId },
  });
});

test("a repeated key registers nobody twice, and another input under it is refused", async () => {
  const input = keyed({ names: [{ family: "Oncetestperson" }] });
  const first = await people.data(officer, register, { input });
  const again = await people.data(officer, register, { input });
  expect(again).toEqual(first);
  expect(await people.owner("SELECT count(*)::int AS count FROM person_name WHERE family = 'Oncetestperson'")).toEqual([
    { count: 1 },
  ]);
  const other = await people.run(officer, register, { input: { ...input, names: [{ family: "Othertestperson" }] } });
  expect(other.errors?.[0]?.extensions).toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
});

test("somebody without a name needs a description, and is called by it", async () => {
  expect(await refused({})).toMatchObject([{ code: "REQUIRED", field: ["input", "names"] }]);
  const { personId } = await people.register(officer, { description: "About 40, green parka, at the bus stop" });
  const { person } = await people.data(officer, "query ($id: ID!) { person(id: $id) { names { text } description } }", {
    id: personId,
  });
  expect(person).toEqual({ names: [], description: "About 40, green parka, at the bus stop" });
});

test.each([
  ["in the future", "2999-01-01"],
  ["before 1890", "1889-12-31"],
])("a birth date %s is refused", async (_when, date) => {
  const [error] = await refused({ names: [{ given: "A" }], birthDate: { date } });
  expect(error).toMatchObject({ code: "INVALID", field: ["input", "birthDate", "date"] });
  expect(error?.message).toContain(`but got: ${date}`);
});

test.each([
  ["MONTH", "1970-06-01"],
  ["YEAR", "1970-01-01"],
  ["ESTIMATED_AGE", "1970-01-01"],
])("what a birth date of precision %s does not know is stored as 1", async (precision, date) => {
  const { personId } = await people.register(officer, {
    names: [{ given: "Vague" }],
    birthDate: { date: "1970-06-17", precision },
  });
  const { person } = await people.data(
    officer,
    "query ($id: ID!) { person(id: $id) { birthDate { date precision } } }",
    { id: personId },
  );
  expect(person.birthDate).toEqual({ date, precision });
});

test("beside a designated address no other is taken, and the refusal names the rule", async () => {
  const designated = { kind: "DESIGNATED", address1: "PO Box 1", city: "Exampleton" };
  const [error] = await refused({
    names: [{ given: "Safe" }],
    addresses: [designated, { kind: "MAILING", address1: "2 Example St" }],
  });
  expect(error).toMatchObject({ code: "INVALID", field: ["input", "addresses"] });
  expect(error?.message).toContain("Safe at Home, Minn. Stat. 5B");
  await expect(
    people.register(socialWorker, { names: [{ given: "Safe" }], addresses: [designated] }),
  ).resolves.toBeDefined();
});

test("the database holds the designated address alone as well", async () => {
  const { recordId } = await people.register(officer, {
    names: [{ given: "Safe" }],
    addresses: [{ kind: "DESIGNATED", address1: "PO Box 1" }],
  });
  const add =
    "INSERT INTO person_address (record_id, source_agency_id, position, kind, city) VALUES ($1, $2, 1, $3, 'Exampleton')";
  await expect(people.owner(add, [recordId, officer.agencyId, "HOME"])).rejects.toThrow(
    "person_address_designated_alone",
  );
  await expect(people.owner(add, [recordId, officer.agencyId, "DESIGNATED"])).rejects.toThrow(
    "person_address_one_designated",
  );
});

test.each([
  [{ addresses: [{ kind: "NONE" }, { kind: "HOME", city: "Exampleton" }] }, ["input", "addresses"]],
  [{ addresses: [{ kind: "NONE", city: "Exampleton" }] }, ["input", "addresses"]],
  [{ addresses: [{ kind: "HOME" }] }, ["input", "addresses"]],
  [
    {
      languages: [
        { code: "eng", preferred: true },
        { code: "spa", preferred: true },
      ],
    },
    ["input", "languages"],
  ],
  [{ languages: [{ code: "english" }] }, ["input", "languages", "0", "code"]],
  [{ names: [{ suffix: "Jr" }] }, ["input", "names"]],
  [{ names: [{ given: " " }] }, ["input", "names", "0", "given"]],
  [{ names: [{ given: "a\u0000b" }] }, ["input", "names", "0", "given"]],
  [{ phones: [{ number: "5".repeat(41) }] }, ["input", "phones", "0", "number"]],
  [{ safeContact: { hours: [{ days: ["MONDAY"], from: "11:00", to: "09:00" }] } }, ["input", "safeContact", "hours"]],
  [{ safeContact: { hours: [{ days: [], from: "9", to: "10:00" }] } }, ["input", "safeContact", "hours", "0", "days"]],
  [{ guardians: [{ name: "" }] }, ["input", "guardians", "0", "name"]],
  [{ idempotencyKey: "short" }, ["input", "idempotencyKey"]],
])("%j is refused at its field", async (part, field) => {
  const errors = await refused({ names: [{ given: "Rule" }], ...part });
  expect(errors).toContainEqual(expect.objectContaining({ field }));
});

test("a social worker without an agency registers nobody, and other roles may not at all", async () => {
  const input = keyed({ names: [{ given: "Nobody" }] });
  const lost = await people.data({ ...socialWorker, agencyId: null }, register, { input });
  expect(lost.registerPerson.userErrors).toMatchObject([{ code: "NOT_ALLOWED" }]);
  for (const viewer of [supervisor, provider]) {
    const { errors } = await people.run(viewer, register, { input: keyed({ names: [{ given: "Nobody" }] }) });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  }
});

test("whom the registrar knows already is named, and nobody else", async () => {
  const { otherOfficer } = cast();
  const known = { names: [{ given: "Dagmar", family: "Doubletestperson" }], birthDate: { date: "1990-04-05" } };
  const { personId } = await people.register(officer, known);
  await people.register(otherOfficer, known);
  const { registerPerson } = await people.data(officer, register, {
    input: keyed({ ...known, names: [{ given: "Dagmar", family: "Dubbletestperson" }] }),
  });
  expect(registerPerson.possibleDuplicates).toMatchObject([
    { person: { id: personId }, matchedOn: ["BIRTH_DATE", "NAME"] },
  ]);
  expect(registerPerson.possibleDuplicates[0].score).toBeGreaterThan(0.5);
});
