import { randomUUID } from "node:crypto";

import { Role, type ViewerClaims } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { personFields } from "../testing/personFields";
import { seedRecord, type SeededRecord } from "../testing/seedRecord";
import { cast, keyed, startPeople, type People } from "../testing/startPeople";

let people: People;
const who = cast();
const system = testViewer(Role.SYSTEM, { id: null });
const issuer = "https://login.residents.example";

beforeAll(async () => {
  people = await startPeople();
});
afterAll(async () => {
  await people.stop();
});

const record = async (personId: string = randomUUID()): Promise<SeededRecord> =>
  await seedRecord(people, { personId, agencyId: who.brooklyn });

interface Done {
  readonly person?: { readonly id: string } | null;
  readonly unlinked?: boolean;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

const link = async (viewer: ViewerClaims, subject: string, recordIds: readonly string[]): Promise<Done> =>
  (
    await people.data(
      viewer,
      "mutation ($input: LinkResidentLoginInput!) { done: linkResidentLogin(input: $input) { person { id } userErrors { code field } } }",
      { input: keyed({ issuer, subject, recordIds, proofing: "Driver's license, seen in person." }) },
    )
  ).done;

const unlink = async (viewer: ViewerClaims, subject: string): Promise<Done> =>
  (
    await people.data(
      viewer,
      "mutation ($input: UnlinkResidentLoginInput!) { done: unlinkResidentLogin(input: $input) { unlinked userErrors { code field } } }",
      { input: keyed({ issuer, subject }) },
    )
  ).done;

const signsIn = async (subject: string): Promise<{ id: string; records: string[] } | null> =>
  (await people.port(system, "residentBySubject", { issuer, subject })) as { id: string; records: string[] } | null;

/** The resident who signs in, as the gateway makes a viewer of them. */
const resident = async (subject: string): Promise<ViewerClaims> => {
  const found = await signsIn(subject);
  return testViewer(Role.RESIDENT, { id: found?.id ?? null, records: found?.records ?? [] });
};

test("a linked sign-in leads to the linked records until it is unlinked, and to nobody else's", async () => {
  const own = await record();
  expect(await signsIn("first")).toBeNull();
  expect(await link(who.socialWorker, "first", [own.id])).toEqual({ person: { id: own.personId }, userErrors: [] });
  expect(await signsIn("first")).toMatchObject({ records: [own.id] });
  expect(
    await people.port(system, "residentBySubject", { issuer: "https://else.example", subject: "first" }),
  ).toBeNull();
  expect((await link(who.privacyOfficer, "first", [own.id])).userErrors).toMatchObject([{ code: "TAKEN" }]);
  expect((await unlink({ ...who.privacyOfficer, agencyId: randomUUID() }, "first")).userErrors).toMatchObject([
    { code: "NOT_FOUND" },
  ]);
  expect(await unlink(who.privacyOfficer, "first")).toEqual({ unlinked: true, userErrors: [] });
  expect(await signsIn("first")).toBeNull();
  expect((await unlink(who.privacyOfficer, "first")).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await link(who.privacyOfficer, "first", [own.id])).userErrors).toEqual([]);
});

test("only who sees all the records links them, only of one person, and only social workers and privacy officers", async () => {
  const [own, other] = [await record(), await record()];
  const hidden = await seedRecord(people, { personId: own.personId, agencyId: who.plymouth });
  expect((await link(who.socialWorker, "second", [own.id, hidden.id])).userErrors).toMatchObject([
    { code: "NOT_FOUND", field: ["input", "recordIds"] },
  ]);
  expect((await link(who.socialWorker, "second", [own.id, other.id])).userErrors).toMatchObject([{ code: "INVALID" }]);
  expect((await link(who.socialWorker, "second", ["nonsense"])).userErrors).toMatchObject([{ code: "INVALID" }]);
  expect((await link(who.socialWorker, "second", [])).userErrors).toMatchObject([{ code: "INVALID" }]);
  for (const viewer of [who.officer, who.supervisor, who.provider, who.administrator, await resident("nobody")])
    await expect(link(viewer, "second", [own.id])).rejects.toThrow(/FORBIDDEN|UNAUTHENTICATED/);
  expect(await signsIn("second")).toBeNull();
  await expect(people.port(who.administrator, "residentBySubject", { issuer, subject: "second" })).rejects.toThrow(
    /Only the gateway/,
  );
});

test("a resident sees the own linked records by every way, nothing of others in them, and no other record of the person", async () => {
  const own = await record();
  const unlinked = await record(own.personId);
  const stranger = await record();
  await link(who.socialWorker, "third", [own.id]);
  const viewer = await resident("third");
  const shown = `id names { family } birthDate { date } sex genderIdentity phones { raw } addresses { address1 }
    description guardians { name } safeContact { channel } redactions { field } records { id recordedBy { id } sourceAgency { id } }`;
  const data = await people.data(
    viewer,
    `query ($_: [_Any!]!) { myself { ${shown} } person(id: "${own.personId}") { ${shown} } stranger: person(id: "${stranger.personId}") { id }
      unlinked: personRecord(id: "${unlinked.id}") { id } _entities(representations: $_) { ... on Person { ${shown} } } }`,
    { _: [{ __typename: "Person", recordId: own.id }] },
  );
  expect(data.myself).toEqual({
    ...{ id: own.personId, names: [{ family: own.mark }], birthDate: { date: "1980-01-01" }, sex: "FEMALE" },
    ...{ genderIdentity: own.mark, phones: [{ raw: own.mark }], addresses: [{ address1: own.mark }] },
    ...{ description: null, guardians: null, safeContact: { channel: "TEXT" } },
    redactions: ["description", "guardians", "guardians.phone"].map((field) => ({ field })).sort(byField),
    records: [{ id: own.id, recordedBy: null, sourceAgency: { id: who.brooklyn } }],
  });
  expect(data.person).toEqual(data.myself);
  expect(data._entities).toEqual([data.myself]);
  expect([data.stranger, data.unlinked]).toEqual([null, null]);
  const all = JSON.stringify(
    await people.data(
      viewer,
      `{ person(id: "${own.personId}") { ${personFields.replace("recordId recordIds", "")} } }`,
    ),
  );
  expect(all).not.toContain(unlinked.mark);
  expect(all).not.toContain(stranger.mark);
  expect(await people.data(viewer, `{ searchPersons(name: "${own.mark}") { person { id } } }`)).toEqual({
    searchPersons: [],
  });
});

const byField = (one: { readonly field: string }, other: { readonly field: string }): number =>
  order.indexOf(one.field) - order.indexOf(other.field);
const order = ["guardians", "description", "guardians.phone"];

test("nobody but a resident is somebody by `myself`, whatever their claims name", async () => {
  const own = await record();
  for (const viewer of [who.officer, who.socialWorker, who.provider, who.anonymous, who.partnerClient])
    expect(await people.data({ ...viewer, records: [own.id] }, "{ myself { id } }")).toEqual({ myself: null });
  const [row] = await people.owner<{ basis: string[] }>(
    "SELECT basis FROM audit_entry WHERE viewer_role = 'RESIDENT' AND record_ids <> '{}' LIMIT 1",
  );
  expect(row?.basis).toEqual(["OWN_RECORD"]);
});

test("a resident sees the own consents, and none of others", async () => {
  const [own, stranger] = [await record(), await record()];
  await link(who.socialWorker, "fourth", [own.id]);
  for (const { id } of [own, stranger])
    await people.owner(
      `INSERT INTO consent (id, record_id, source_agency_id, regime, regimes, categories, grantee_agency_ids,
         grantee_organization_ids, purpose, given_by, signed_on, effective_from)
       VALUES (gen_random_uuid(), $1, $2, 'PART_2', '{PART_2}', '{HOUSING}', ARRAY[$2::uuid], '{}', 'COC', 'SUBJECT', '2026-01-01', '2026-01-01Z')`,
      [id, who.brooklyn],
    );
  const viewer = await resident("fourth");
  const { myself } = await people.data(viewer, "{ myself { consents { totalCount } redactions { field } } }");
  expect(myself.consents).toEqual({ totalCount: 1 });
  expect(myself.redactions).not.toContainEqual({ field: "consents" });
});
