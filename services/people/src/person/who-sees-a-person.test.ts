import type { ViewerClaims } from "@corespond/kit";

import { personFields } from "../testing/personFields";
import { cast, startPeople, type People } from "../testing/startPeople";

const roles = cast();
const {
  officer,
  otherOfficer,
  dispatcher,
  socialWorker,
  supervisor,
  privacyOfficer,
  provider,
  analyst,
  administrator,
  partnerClient,
  anonymous,
} = roles;
let people: People;
let ids: { personId: string; recordId: string };

beforeAll(async () => {
  people = await startPeople();
  ids = await people.register(officer, {
    names: [{ given: "Olga", family: "Testperson" }],
    description: "Carries a red bag",
    birthDate: { date: "1960-01-31" },
    sex: "FEMALE",
    genderIdentity: "woman",
    languages: [{ code: "ukr" }],
    phones: [{ number: "612 555 0199" }],
    addresses: [{ kind: "HOME", address1: "3 Example St", city: "Exampleton" }],
    safeContact: { channel: "IN_PERSON" },
    guardians: [{ name: "Ada Example", phone: "612 555 0100" }],
  });
});
afterEach(() => Object.assign(people.relations, { recordIds: [], fails: false }));
afterAll(() => people.stop());

/** The person as root field, as nested field and as reference; equal, or the test fails. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the graph answers has no static type
async function seenBy(viewer: ViewerClaims): Promise<any> {
  const { person, personRecord, _entities } = await people.data(
    viewer,
    `query ($personId: ID!, $recordId: ID!, $r: [_Any!]!) {
      person(id: $personId) { ${personFields} }
      personRecord(id: $recordId) { person { ${personFields} } }
      _entities(representations: $r) { ... on Person { ${personFields} } ... on PersonRecord { person { ${personFields} } } }
    }`,
    {
      ...ids,
      r: [
        { __typename: "Person", id: ids.personId },
        { __typename: "Person", recordId: ids.recordId },
        { __typename: "PersonRecord", id: ids.recordId },
      ],
    },
  );
  const entity = _entities[2]?.person ?? null;
  for (const other of [personRecord?.person ?? null, _entities[0], _entities[1], entity]) expect(other).toEqual(person);
  return person;
}

const hasRelations = [socialWorker.role, supervisor.role, privacyOfficer.role, provider.role];

const redacted = ({ redactions }: { readonly redactions: readonly { readonly field: string }[] }): readonly string[] =>
  redactions.map(({ field }) => field);

test.each([
  ["an officer of another agency", otherOfficer],
  ["a social worker who serves another agency", { ...socialWorker, serves: [roles.plymouth] }],
  ["a supervisor of other programs", { ...supervisor, serves: [] }],
  ["a provider without a relation", provider],
  ["an analyst", analyst],
  ["an administrator", administrator],
  ["a partner's client", partnerClient],
  ["somebody not signed in", anonymous],
])("%s sees nobody", async (_who, viewer) => {
  people.relations.recordIds = hasRelations.includes(viewer.role) ? [] : [ids.recordId];
  expect(await seenBy(viewer)).toBeNull();
});

test.each([
  ["officers", officer],
  ["dispatchers", dispatcher],
])("%s of the agency see the person without what is told for care", async (_who, viewer) => {
  const person = await seenBy(viewer);
  expect(person).toMatchObject({
    birthDate: { date: "1960-01-31" },
    sex: "FEMALE",
    description: "Carries a red bag",
    genderIdentity: null,
    safeContact: null,
    consents: null,
    guardians: [{ name: "Ada Example", phone: null }],
    records: [{ sourceAgency: { id: roles.brooklyn }, genderIdentity: null, safeContact: null }],
  });
  expect(redacted(person)).toEqual(["genderIdentity", "safeContact", "guardians.phone", "consents"]);
  expect(redacted(person.records[0])).toEqual(["genderIdentity", "safeContact", "guardians.phone"]);
});

test.each([
  ["a social worker who serves the agency", socialWorker],
  ["a supervisor", supervisor],
  ["a privacy officer", privacyOfficer],
])("%s sees everything", async (_who, viewer) => {
  const person = await seenBy(viewer);
  expect(person).toMatchObject({
    genderIdentity: "woman",
    safeContact: { channel: "IN_PERSON" },
    guardians: [{ phone: { e164: "+16125550100" } }],
    consents: { totalCount: 0 },
    redactions: [],
  });
});

test.each([
  ["a social worker", socialWorker],
  ["a supervisor", supervisor],
  ["a privacy officer", privacyOfficer],
])("%s sees by an open referral whom no served agency knows", async (_who, viewer) => {
  expect(await seenBy({ ...viewer, serves: [] })).toBeNull();
  people.relations.recordIds = [ids.recordId];
  expect(await seenBy({ ...viewer, serves: [] })).toMatchObject({ genderIdentity: "woman" });
});

test("a provider with an accepted service referral gets what reaching and serving the person takes", async () => {
  people.relations.recordIds = [ids.recordId];
  const person = await seenBy(provider);
  expect(person).toMatchObject({
    names: [{ text: "Olga Testperson" }],
    phones: [{ e164: "+16125550199" }],
    languages: [{ code: "ukr" }],
    safeContact: { channel: "IN_PERSON" },
    age: new Date().getUTCFullYear() - 1960 - (new Date().toISOString().slice(5, 10) < "01-31" ? 1 : 0),
    birthDate: null,
    sex: null,
    genderIdentity: null,
    addresses: null,
    guardians: null,
    description: null,
    consents: null,
    records: [{ sourceAgency: null, recordedBy: null }],
  });
  const withheld = [
    ...["birthDate", "sex", "addresses", "guardians", "description"],
    ...["genderIdentity", "guardians.phone"],
  ];
  expect(redacted(person)).toEqual([...withheld, "consents"]);
  expect(redacted(person.records[0])).toEqual([...withheld, "sourceAgency", "recordedBy"]);
});

test("what is withheld does not depend on what a record holds", async () => {
  const bare = await people.register(officer, { names: [{ given: "Bare" }] });
  const query = "query ($id: ID!) { person(id: $id) { redactions { field reason } } }";
  const [full, empty] = [
    await people.data(officer, query, { id: ids.personId }),
    await people.data(officer, query, { id: bare.personId }),
  ];
  expect(empty).toEqual(full);
});

test("without an answer of the referrals slice a provider gets an error, and a social worker the agencies that they serve", async () => {
  people.relations.fails = true;
  const { data, errors } = await people.run(provider, "query ($id: ID!) { person(id: $id) { id } }", {
    id: ids.personId,
  });
  expect(data).toEqual({ person: null });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "SLICE_UNAVAILABLE", slice: "referrals" });
  expect(await seenBy(socialWorker)).not.toBeNull();
  expect(await seenBy({ ...socialWorker, serves: [] })).toBeNull();
});

test("an answer of the referrals slice that says more than was asked grants nothing more", async () => {
  const other = await people.register(otherOfficer, { names: [{ given: "Other" }] });
  people.relations.recordIds = [ids.recordId, other.recordId];
  const asked = people.relations.questions.length;
  await seenBy(provider);
  expect(people.relations.questions.slice(asked)).toEqual([{ recordIds: [ids.recordId] }]);
});

test("the version tag of a view stays when somebody writes what the viewer may not see", async () => {
  const tag = async (viewer: ViewerClaims): Promise<string> =>
    (await people.data(viewer, "query ($id: ID!) { person(id: $id) { version } }", { id: ids.personId })).person
      .version;
  const [officers, workers] = [await tag(officer), await tag(socialWorker)];
  await people.owner("UPDATE person_record SET gender_identity = 'nonbinary' WHERE id = $1", [ids.recordId]);
  expect(await tag(officer)).toBe(officers);
  expect(await tag(socialWorker)).not.toBe(workers);
});

test("every showing is audited with ids, ground and what was withheld", async () => {
  const requestId = "audit-of-one-request";
  await people.data(
    { ...officer, requestId },
    "query ($id: ID!) { person(id: $id) { names { text } safeContact { channel } } }",
    { id: ids.personId },
  );
  const [entry] = await people.owner(
    "SELECT action, subjects, record_ids, fields, basis, withheld FROM audit_entry WHERE request_id = $1",
    [requestId],
  );
  expect(entry).toEqual({
    action: "READ",
    subjects: { Person: [ids.personId] },
    record_ids: [ids.recordId],
    fields: ["Person.names"],
    basis: ["OWN_AGENCY"],
    withheld: ["Person.safeContact"],
  });
});
