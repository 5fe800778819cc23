import { randomUUID } from "node:crypto";

import { loadConsents, type ConsentData } from "../importers/loadConsents";
import { cast, startPeople, type People } from "../testing/startPeople";
import { ConsentCategory, ConsentGiver, ConsentRegime } from "./consent.enums";

const { officer, dispatcher, socialWorker, supervisor, privacyOfficer, provider, plymouth } = cast();
const [agencyId, organizationId] = [randomUUID(), randomUUID()];
let people: People;
let ids: { personId: string; recordId: string };
let consent: ConsentData;

const consentOf = (recordId: string, change: Partial<ConsentData> = {}): ConsentData => ({
  id: randomUUID(),
  recordId,
  regime: ConsentRegime.CHAPTER_13,
  categories: [ConsentCategory.HOUSING, ConsentCategory.REFERRAL_OUTCOMES],
  granteeAgencyIds: [agencyId],
  granteeOrganizationIds: [organizationId],
  purpose: "COC",
  givenBy: ConsentGiver.SUBJECT,
  signedOn: "2026-01-02",
  effectiveFrom: "2026-01-02T06:00:00Z",
  expiresAt: "2027-01-02T06:00:00Z",
  revokedAt: null,
  ...change,
});

const load = (data: readonly ConsentData[]) => loadConsents(people.slice.systemContext("test"), data);

beforeAll(async () => {
  people = await startPeople();
  ids = await people.register(officer, { names: [{ given: "Consent", family: "Testperson" }] });
  consent = consentOf(ids.recordId);
  await load([
    consent,
    consentOf(ids.recordId, {
      signedOn: "2025-01-02",
      regime: ConsentRegime.PART_2,
      revokedAt: "2025-06-01T00:00:00Z",
    }),
  ]);
});
afterEach(() => Object.assign(people.relations, { recordIds: [], fails: false }));
afterAll(() => people.stop());

const ofPerson = `query ($id: ID!, $first: Int, $after: String) { person(id: $id) { consents(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { node {
    id regime categories granteeAgencies { id } granteeOrganizations { id } purpose givenBy signedOn effectiveFrom expiresAt revokedAt record { id }
  } }
} } }`;
const byReference = "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Consent { id signedOn } } }";

test.each([
  ["social worker", socialWorker],
  ["supervisor", supervisor],
  ["privacy officer", privacyOfficer],
])("a %s sees them, the latest first, by page", async (_who, viewer) => {
  const first = (await people.data(viewer, ofPerson, { id: ids.personId, first: 1 })).person.consents;
  const { recordId, granteeAgencyIds: _agencies, granteeOrganizationIds: _organizations, ...stated } = consent;
  expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  expect(first.edges[0].node).toEqual({
    ...stated,
    granteeAgencies: [{ id: agencyId }],
    granteeOrganizations: [{ id: organizationId }],
    effectiveFrom: "2026-01-02T06:00:00.000Z",
    expiresAt: "2027-01-02T06:00:00.000Z",
    record: { id: recordId },
  });
  const second = (await people.data(viewer, ofPerson, { id: ids.personId, first: 1, after: first.pageInfo.endCursor }))
    .person.consents;
  expect(second.edges).toMatchObject([
    { node: { regime: "PART_2", signedOn: "2025-01-02", revokedAt: "2025-06-01T00:00:00.000Z" } },
  ]);
  const { _entities } = await people.data(viewer, byReference, { r: [{ __typename: "Consent", id: consent.id }] });
  expect(_entities).toEqual([{ id: consent.id, signedOn: "2026-01-02" }]);
});

test.each([
  ["officer", officer],
  ["dispatcher", dispatcher],
  ["provider", provider],
])("an %s never does", async (_who, viewer) => {
  people.relations.recordIds = [ids.recordId];
  const { person } = await people.data(viewer, ofPerson, { id: ids.personId });
  expect(person).toEqual({ consents: null });
  const { _entities } = await people.data(viewer, byReference, { r: [{ __typename: "Consent", id: consent.id }] });
  expect(_entities).toEqual([null]);
});

test("a social worker sees by reference what they see by relation", async () => {
  const elsewhere = { ...socialWorker, serves: [plymouth] };
  const r = [{ __typename: "Consent", id: consent.id }];
  expect((await people.data(elsewhere, byReference, { r }))._entities).toEqual([null]);
  people.relations.recordIds = [ids.recordId];
  expect((await people.data(elsewhere, byReference, { r }))._entities).toMatchObject([{ id: consent.id }]);
});

test("a second load changes nothing and says so", async () => {
  expect(await load([consent, consentOf(ids.recordId, { signedOn: "2020-01-01" })])).toEqual({
    loaded: 1,
    unchanged: 1,
  });
});

test.each([
  ["a record that does not exist", { recordId: randomUUID() }, "A consent needs a record that exists"],
  ["no category", { categories: [] }, "check constraint"],
  ["nobody to pass data to", { granteeAgencyIds: [], granteeOrganizationIds: [] }, "check constraint"],
  ["an end before its beginning", { expiresAt: "2025-01-02T06:00:00Z" }, "check constraint"],
  ["a purpose that is no code", { purpose: "to help" }, "check constraint"],
])("a consent with %s is not stored, nor any beside it", async (_what, change, message) => {
  const good = consentOf(ids.recordId);
  await expect(load([good, consentOf(ids.recordId, change)])).rejects.toThrow(message);
  expect(await people.owner("SELECT id FROM consent WHERE id = $1", [good.id])).toEqual([]);
});

test("no viewer's transaction may store one", async () => {
  const request = { viewerToken: undefined, delegations: {} };
  expect(() => people.slice.context(request, "graph")).toThrow("signed");
  const audit = await people.owner("SELECT viewer_role FROM audit_entry WHERE action = 'loadConsents'");
  expect(new Set(audit.map((row) => JSON.stringify(row)))).toEqual(
    new Set([JSON.stringify({ viewer_role: "SYSTEM" })]),
  );
});
