import { randomUUID } from "node:crypto";

import { signViewer, type ViewerClaims } from "@corespond/kit";
import { testViewerKey } from "@corespond/kit/testing";

import { consentForm } from "../testing/consentForm";
import { cast, keyed, startPeople, type People } from "../testing/startPeople";

const {
  officer,
  otherOfficer,
  dispatcher,
  socialWorker,
  supervisor,
  provider,
  partnerClient,
  anonymous,
  brooklyn,
  county,
} = cast();
let people: People;
let recordId: string;

beforeAll(async () => {
  people = await startPeople();
});
beforeEach(async () => {
  ({ recordId } = await people.register(officer, { names: [{ given: "Consent", family: "Testperson" }] }));
});
afterEach(async () => {
  await people.owner("ROLLBACK");
});
afterAll(() => people.stop());

const outcomes = { categories: ["REFERRAL_OUTCOMES"], granteeAgencyIds: [brooklyn] };

const grant = async (change: object): Promise<string> => {
  const { grantConsent } = await people.data(
    socialWorker,
    "mutation ($input: GrantConsentInput!) { grantConsent(input: $input) { consent { id } userErrors { message } } }",
    { input: keyed(consentForm(recordId, change)) },
  );
  expect(grantConsent.userErrors).toEqual([]);
  return grantConsent.consent.id;
};
const revoke = async (consentId: string, viewer = socialWorker) =>
  (
    await people.data(
      viewer,
      "mutation ($input: RevokeConsentInput!) { revokeConsent(input: $input) { consent { id revokedAt } userErrors { code } } }",
      { input: keyed({ consentId }) },
    )
  ).revokeConsent;
const asked = async (viewer: ViewerClaims, input: object = { recordIds: [recordId] }): Promise<readonly string[]> =>
  ((await people.port(viewer, "consentsFor", input)) as { id: string }[]).map(({ id }) => id);

test("the port names the consents in force for the viewer's own agency or organization, and to nobody else", async () => {
  const id = await grant(outcomes);
  for (const viewer of [officer, dispatcher]) expect(await asked(viewer)).toEqual([id]);
  for (const viewer of [otherOfficer, socialWorker, supervisor, provider, partnerClient, anonymous])
    expect(await asked(viewer)).toEqual([]);
  expect(await asked(officer, { recordIds: [randomUUID(), "nonsense"] })).toEqual([]);
  expect(await asked(officer, { recordIds: [recordId], categories: ["HOUSING"] })).toEqual([]);
  expect(await asked(officer, { categories: ["REFERRAL_OUTCOMES"] })).toContain(id);
  const organizations = { ...outcomes, granteeOrganizationIds: [provider.organizationId], granteeAgencyIds: [] };
  expect(await asked(provider)).toEqual([]);
  const toProvider = await grant(organizations);
  expect(await asked(provider)).toEqual([toProvider]);
});

test("L17: a consent covers the purpose that it names, and treatment, payment and operations cover their own", async () => {
  const id = await grant({ ...outcomes, purpose: "TREAT" });
  expect(await asked({ ...officer, purpose: "TREAT" })).toEqual([id]);
  for (const purpose of ["COC", "CAREMGT", "HPAYMT", "HLEGAL"])
    expect(await asked({ ...officer, purpose })).toEqual([]);
  const tpo = { recipientClass: "TREATMENT_PAYMENT_OPERATIONS", purpose: "TREAT", granteeAgencyIds: [county] };
  const wide = await grant(tpo);
  for (const purpose of ["TREAT", "COC", "HPAYMT", "HOPERAT"])
    expect(await asked({ ...socialWorker, purpose })).toEqual([wide]);
  for (const purpose of ["CAREMGT", "ETREAT", "PUBHLTH"]) expect(await asked({ ...socialWorker, purpose })).toEqual([]);
});

test.each(["SUBSTANCE_USE", "VICTIM_SERVICES"])(
  "L6: a consent over %s never speaks for police, nor for proceedings, not even to treatment, payment and operations",
  async (category) => {
    const id = await grant({
      categories: [category],
      recipientClass: "TREATMENT_PAYMENT_OPERATIONS",
      granteeAgencyIds: [brooklyn, county],
    });
    for (const purpose of ["COC", "TREAT", "HLEGAL"]) expect(await asked({ ...officer, purpose })).toEqual([]);
    expect(await asked(socialWorker)).toEqual([id]);
    expect(await asked({ ...socialWorker, purpose: "HLEGAL" })).toEqual([]);
    const proceedings = await grant({ categories: [category], granteeAgencyIds: [county], purpose: "HLEGAL" });
    expect(await asked({ ...socialWorker, purpose: "HLEGAL" })).not.toContain(proceedings);
  },
);

test("L11: a revoked consent is out of force for the very next question, its event names ids alone, its audit stays", async () => {
  const id = await grant(outcomes);
  expect(await asked(officer)).toEqual([id]);
  const before = await people.owner("SELECT id FROM audit_entry ORDER BY id");
  expect(await revoke(id)).toMatchObject({ consent: { id, revokedAt: expect.any(String) }, userErrors: [] });
  expect(await asked(officer)).toEqual([]);
  const events = await people.owner<{ type: string; payload: object }>(
    "SELECT type, payload FROM outbox WHERE entity_id = $1 ORDER BY sequence",
    [id],
  );
  expect(events).toEqual(
    ["consent.granted", "consent.revoked"].map((type) => ({ type, payload: { consentId: id, recordId } })),
  );
  expect(await people.owner("SELECT id FROM audit_entry ORDER BY id")).toEqual(expect.arrayContaining([...before]));
  expect((await revoke(id)).userErrors).toEqual([{ code: "ILLEGAL_TRANSITION" }]);
});

test("who does not see a consent does not revoke it, and is told no more than of one that is absent", async () => {
  const id = await grant(outcomes);
  const stranger = { ...socialWorker, agencyId: randomUUID(), serves: [] };
  expect(await revoke(id, stranger)).toEqual(await revoke(randomUUID(), stranger));
  for (const viewer of [officer, provider]) {
    const { errors } = await people.run(
      viewer,
      "mutation ($input: RevokeConsentInput!) { revokeConsent(input: $input) { userErrors { code } } }",
      { input: keyed({ consentId: id }) },
    );
    expect(errors?.[0]?.extensions?.["code"]).toBe("FORBIDDEN");
  }
  expect(await asked(officer)).toEqual([id]);
});

test.each([
  ["expires_at = now() + interval '1 millisecond'", true],
  ["expires_at = now()", false],
  ["expires_at = now() - interval '1 millisecond'", false],
  ["effective_from = now()", true],
  ["effective_from = now() + interval '1 millisecond'", false],
])("L12: by the transaction's own clock, a consent with %s is in force: %s", async (change, inForce) => {
  const id = await grant(outcomes);
  await people.owner("BEGIN");
  await people.owner(
    "UPDATE consent SET effective_from = now() - interval '1 day', expires_at = now() + interval '1 day' WHERE id = $1",
    [id],
  );
  await people.owner(`UPDATE consent SET ${change} WHERE id = $1`, [id]);
  await people.owner("SELECT set_config('corespond.viewer', $1, true)", [
    signViewer(officer, "people/port", testViewerKey),
  ]);
  const found = await people.owner("SELECT id FROM consents_for(ARRAY[$1]::uuid[], NULL, 10)", [recordId]);
  expect(found).toEqual(inForce ? [{ id }] : []);
});

test("L12: a consent whose end has passed opens nothing in the next request, without any job", async () => {
  const id = await grant(outcomes);
  const ends = (end: string) =>
    people.owner(
      `UPDATE consent SET effective_from = now() - interval '1 day', expires_at = clock_timestamp() ${end} WHERE id = $1`,
      [id],
    );
  await ends("+ interval '1 hour'");
  expect(await asked(officer)).toEqual([id]);
  await ends("- interval '1 millisecond'");
  expect(await asked(officer)).toEqual([]);
});

test("a consent on one record says nothing about another of the same person, so that linking opens nothing", async () => {
  await grant(outcomes);
  const other = await people.register(officer, { names: [{ given: "Linked", family: "Testperson" }] });
  await people.link([recordId, other.recordId]);
  expect(await asked(officer, { recordIds: [other.recordId] })).toEqual([]);
});

test("what a consent lacks for passing data to an organization is told to those who see it", async () => {
  const organizationId = randomUUID();
  const id = await grant({ granteeOrganizationIds: [organizationId], granteeAgencyIds: [] });
  const ask = (viewer: ViewerClaims, to = organizationId) =>
    people.port(viewer, "consentsTo", { recordId, organizationId: to });
  const fits = { id, namesRecipient: true, inForce: true, coversPurpose: true, regimes: ["PART_2"] };
  expect(await ask(socialWorker)).toMatchObject([fits]);
  expect(await ask(socialWorker, randomUUID())).toMatchObject([{ ...fits, namesRecipient: false }]);
  expect(await ask({ ...socialWorker, purpose: "HLEGAL" })).toMatchObject([{ ...fits, coversPurpose: false }]);
  await revoke(id);
  expect(await ask(socialWorker)).toMatchObject([{ ...fits, inForce: false }]);
  for (const viewer of [officer, provider, anonymous]) expect(await ask(viewer)).toEqual([]);
});

test("L13: that a consent was declined is recorded, and closes nothing", async () => {
  const decline =
    "mutation ($input: DeclineConsentInput!) { declineConsent(input: $input) { refusal { id categories declinedOn recordedBy { id } } userErrors { code } } }";
  const input = keyed({ recordId, categories: ["REFERRAL_OUTCOMES"], declinedOn: "2026-01-02" });
  const { declineConsent } = await people.data(socialWorker, decline, { input });
  expect(declineConsent).toMatchObject({
    refusal: { categories: ["REFERRAL_OUTCOMES"], declinedOn: "2026-01-02", recordedBy: { id: socialWorker.id } },
    userErrors: [],
  });
  const representations = [{ __typename: "ConsentRefusal", id: declineConsent.refusal.id }];
  const byReference = "query ($r: [_Any!]!) { _entities(representations: $r) { ... on ConsentRefusal { id } } }";
  expect((await people.data(officer, byReference, { r: representations }))._entities).toEqual([null]);
  expect((await people.data(supervisor, byReference, { r: representations }))._entities).toEqual([
    { id: declineConsent.refusal.id },
  ]);
  expect(await grant(outcomes)).toEqual(expect.any(String));
  expect((await people.port(socialWorker, "recordFacts", { recordIds: [recordId] })) as object[]).toHaveLength(1);
});
