import { randomUUID } from "node:crypto";

import { Role, type Redisclosure, type ViewerClaims } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { cast, startPeople, type People } from "../testing/startPeople";

const roles = cast();
const { county, officer, socialWorker, supervisor, privacyOfficer } = roles;
const organization = randomUUID();
const provider = testViewer(Role.PROVIDER, { organizationId: organization });
const partTwo = { id: "42 CFR 2.32", text: "42 CFR part 2 prohibits unauthorized use or disclosure of these records." };

let people: People;
let ids: { personId: string; recordId: string };
beforeAll(async () => {
  people = await startPeople();
});
beforeEach(async () => {
  ids = await people.register(officer, { names: [{ given: "Robin", family: "Testperson" }] });
});
afterEach(() => {
  people.relations.recordIds = [];
  people.relations.program = null;
});
afterAll(() => people.stop());

/** Puts a consent on the record that names a county and an organization; resolves with its id. */
async function consent(regime: string, categories: readonly string[], more: object = {}): Promise<string> {
  const row = {
    ...{ id: randomUUID(), record_id: ids.recordId, source_agency_id: officer.agencyId, regime, regimes: [regime] },
    ...{ categories, grantee_agency_ids: [], grantee_organization_ids: [organization], purpose: "COC" },
    ...{ disclosing_agency_ids: [], disclosing_organization_ids: [], revocation_right_stated: true },
    ...{ plain_language: true, given_by: "SUBJECT", signed_on: "2026-01-01", effective_from: "2026-01-01T00:00:00Z" },
    ...{ expires_at: "2099-01-01T00:00:00Z", ...more },
  };
  const names = Object.keys(row).join(", ");
  await people.owner(`INSERT INTO consent (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::consent, $1)`, [
    JSON.stringify(row),
  ]);
  return row.id;
}

/** The notices of an answer about the person, by the paths that lead to them. */
async function notices(viewer: ViewerClaims, fields: string): Promise<readonly Redisclosure[] | undefined> {
  const { errors, extensions } = await people.run(viewer, `query ($id: ID!) { person(id: $id) { ${fields} } }`, {
    id: ids.personId,
  });
  expect(errors).toBeUndefined();
  return extensions?.["redisclosure"] as readonly Redisclosure[] | undefined;
}

const consents = "consents { edges { node { regimes } } }";

test("L5: a consent under Part 2 bears the notice, with its scope for the agency that it names while it is in force", async () => {
  const id = await consent("PART_2", ["SUBSTANCE_USE"], { grantee_agency_ids: [county] });
  const scope = { id, categories: ["SUBSTANCE_USE"], expiresAt: "2099-01-01T00:00:00.000Z" };
  for (const viewer of [socialWorker, supervisor, privacyOfficer])
    expect(await notices(viewer, consents)).toEqual([{ notice: partTwo, consent: scope }]);
  await people.owner("UPDATE consent SET revoked_at = now() WHERE id = $1", [id]);
  expect(await notices(socialWorker, consents)).toEqual([{ notice: partTwo, consent: null }]);
});

test("L5: a consent to a victim's release bears its own notice, and one of chapter 13 none", async () => {
  await consent("CHAPTER_13", ["HOUSING"]);
  expect(await notices(socialWorker, consents)).toBeUndefined();
  await consent("VICTIM_RELEASE", ["VICTIM_SERVICES"]);
  expect(await notices(socialWorker, consents)).toMatchObject([{ notice: { id: "34 U.S.C. 12291(b)(2)" } }]);
});

test("L5: who is shown no consent is told of no notice", async () => {
  await consent("PART_2", ["SUBSTANCE_USE"]);
  expect(await notices(officer, `names { text } ${consents}`)).toBeUndefined();
  expect(await notices(socialWorker, "names { text }")).toBeUndefined();
});

const victims = "34 U.S.C. 12291(b)(2)";

test.each([
  { program: "PART_2", regime: "PART_2", category: "SUBSTANCE_USE", notice: partTwo.id },
  { program: "VICTIM_SERVICES", regime: "VICTIM_RELEASE", category: "VICTIM_SERVICES", notice: victims },
] as const)(
  "L5: a person whom a provider of $program works with bears its notice, with the scope of the consent",
  async (of) => {
    const { program, regime, category, notice } = of;
    people.relations.recordIds = [ids.recordId];
    people.relations.program = program;
    const unnamed = [{ notice: { id: notice }, consent: null }];
    await consent("CHAPTER_13", [category]);
    expect(await notices(provider, "names { text }")).toMatchObject(unnamed);
    const id = await consent(regime, [category]);
    const named = [{ notice: { id: notice }, consent: { id, categories: [category] } }];
    for (const fields of ["id", "names { text }", "records { id }"])
      expect(await notices(provider, fields)).toMatchObject(named);
    await people.owner("UPDATE consent SET expires_at = now() WHERE id = $1", [id]);
    expect(await notices(provider, "names { text }")).toMatchObject(unnamed);
  },
);

test("a person whom a provider knows through no protected program bears no notice, whatever consents there are", async () => {
  people.relations.recordIds = [ids.recordId];
  await consent("PART_2", ["SUBSTANCE_USE"]);
  expect(await notices(provider, "names { text } records { id }")).toBeUndefined();
});
