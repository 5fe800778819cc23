import { randomUUID } from "node:crypto";

import { consentForm, dayBefore, inDays } from "../testing/consentForm";
import { cast, keyed, startPeople, type People } from "../testing/startPeople";

const { officer, dispatcher, socialWorker, supervisor, privacyOfficer, provider, analyst, brooklyn } = cast();
let people: People;
let recordId: string;

beforeAll(async () => {
  people = await startPeople();
  ({ recordId } = await people.register(officer, { names: [{ given: "Consent", family: "Testperson" }] }));
});
afterAll(() => people.stop());

const mutation = `mutation ($input: GrantConsentInput!) { grantConsent(input: $input) {
  consent { id regime regimes categories purpose expiresAt expiryEvent recipientClass signature recordedBy { id }
    patientName description disclosingOrganizations { id } granteeAgencies { id } minorConsentBasis givenByName incapacity }
  userErrors { code field message } } }`;

const grant = async (change: object = {}, viewer = socialWorker, of = recordId) =>
  (await people.data(viewer, mutation, { input: keyed(consentForm(of, change)) })).grantConsent;
const broken = async (change: object, viewer = socialWorker, of = recordId): Promise<readonly string[]> => {
  const { consent, userErrors } = await grant(change, viewer, of);
  expect(consent).toBeNull();
  return userErrors.map(({ code, field }: { code: string; field: readonly string[] }) => `${code} ${field.join(".")}`);
};

test.each([
  ["social worker", socialWorker],
  ["supervisor", supervisor],
  ["privacy officer", privacyOfficer],
])("a %s records a consent that has every element", async (_who, viewer) => {
  const { consent, userErrors } = await grant({}, viewer);
  expect(userErrors).toEqual([]);
  expect(consent).toMatchObject({ regime: "PART_2", regimes: ["PART_2"], recordedBy: { id: viewer.id } });
  const events = await people.owner<{ payload: object }>("SELECT payload FROM outbox WHERE entity_id = $1", [
    consent.id,
  ]);
  expect(events).toEqual([{ payload: { consentId: consent.id, recordId } }]);
});

test.each([
  ["the person's name", { patientName: null }, "patientName"],
  ["who discloses", { disclosingOrganizationIds: [] }, "disclosingAgencyIds"],
  ["a meaningful description", { description: null }, "description"],
  ["recipients", { granteeAgencyIds: [] }, "granteeAgencyIds"],
  ["a purpose", { purpose: null }, "purpose"],
  ["the right to revoke", { revocationRightStated: false }, "revocationRightStated"],
  ["an expiry", { expiresAt: null }, "expiresAt"],
  ["a signature", { signature: null }, "signature"],
  ["a date", { signedOn: null }, "signedOn"],
])("L4: a consent under 42 CFR Part 2 without %s is refused", async (_what, change, field) => {
  expect(await broken(change)).toEqual([`REQUIRED input.${field}`]);
});

test("L4: all that is missing is told at once, one error for each element", async () => {
  const nothing = { patientName: null, disclosingOrganizationIds: [], description: null, granteeAgencyIds: [] };
  const more = { purpose: null, revocationRightStated: false, expiresAt: null, signature: null, signedOn: null };
  expect(await broken({ ...nothing, ...more })).toHaveLength(9);
  expect(await broken({ ...nothing, ...more, categories: ["HOUSING"], plainLanguage: false })).toEqual(
    [
      "disclosingAgencyIds",
      "description",
      "granteeAgencyIds",
      "purpose",
      "expiresAt",
      "signature",
      "signedOn",
      "plainLanguage",
    ].map((field) => `REQUIRED input.${field}`),
  );
  expect(await broken({ ...nothing, ...more, categories: ["MENTAL_HEALTH"] })).toEqual(
    ["granteeAgencyIds", "purpose", "signature", "signedOn"].map((field) => `REQUIRED input.${field}`),
  );
});

test("L4: where several laws apply, what any of them asks for is asked for", async () => {
  const categories = ["SUBSTANCE_USE", "HOUSING"];
  expect(await broken({ categories, plainLanguage: false, patientName: null })).toEqual([
    "REQUIRED input.patientName",
    "REQUIRED input.plainLanguage",
  ]);
  const { consent } = await grant({ categories });
  expect(consent).toMatchObject({ regime: "PART_2", regimes: ["PART_2", "CHAPTER_13"] });
});

test("L4: a consent to all treatment, payment and operations names its recipients by class and may end by an event", async () => {
  const tpo = { recipientClass: "TREATMENT_PAYMENT_OPERATIONS", granteeAgencyIds: [], expiresAt: null };
  for (const expiryEvent of ["END_OF_TREATMENT", "NONE"])
    expect((await grant({ ...tpo, expiryEvent })).consent).toMatchObject({ expiresAt: null, expiryEvent });
  expect(await broken({ expiresAt: null, expiryEvent: "NONE" })).toEqual(["INVALID input.expiryEvent"]);
  expect(await broken({ ...tpo, expiryEvent: "NONE", categories: ["SUBSTANCE_USE", "HOUSING"] })).toEqual([
    "REQUIRED input.expiresAt",
  ]);
});

test("L4: an intermediary is named with its participants", async () => {
  const intermediaryOrganizationId = randomUUID();
  expect(await broken({ intermediaryOrganizationId })).toEqual(["REQUIRED input.granteeOrganizationIds"]);
  const { userErrors } = await grant({ intermediaryOrganizationId, granteeOrganizationIds: [randomUUID()] });
  expect(userErrors).toEqual([]);
});

test("L4: under the Health Records Act a consent that says nothing of its end ends after a year", async () => {
  const signedOn = dayBefore(10);
  const { consent } = await grant({ categories: ["MENTAL_HEALTH"], expiresAt: null, signedOn });
  const year = Number(signedOn.slice(0, 4)) + 1;
  expect(consent.expiresAt).toBe(`${String(year)}${signedOn.slice(4)}T00:00:00.000Z`);
  expect((await grant({ categories: ["MENTAL_HEALTH"], expiresAt: inDays(700) })).userErrors).toEqual([]);
});

test("L4: the most restrictive limit of time wins", async () => {
  expect(await broken({ categories: ["HOUSING"], expiresAt: inDays(400) })).toEqual(["INVALID input.expiresAt"]);
  expect(await broken({ categories: ["VICTIM_SERVICES"], expiresAt: inDays(120) })).toEqual([
    "INVALID input.expiresAt",
  ]);
  const both = ["MENTAL_HEALTH", "VICTIM_SERVICES"];
  expect(await broken({ categories: both, expiresAt: inDays(120) })).toEqual(["INVALID input.expiresAt"]);
  expect((await grant({ categories: ["HOUSING"], expiresAt: inDays(300) })).userErrors).toEqual([]);
  expect(await broken({ expiresAt: "2020-01-01T00:00:00Z" })).toEqual(["INVALID input.expiresAt"]);
  expect(await broken({ signedOn: "2999-01-01" })).toEqual(["INVALID input.signedOn"]);
});

test("a purpose that is no code, or a grantee that is no id, is refused", async () => {
  expect(await broken({ purpose: "HELP" })).toEqual(["INVALID input.purpose"]);
  expect(await broken({ granteeAgencyIds: ["nonsense"] })).toEqual(["INVALID input.granteeAgencyIds"]);
});

describe("who gives it", () => {
  const of = async (birthDate: string, authority: string): Promise<string> =>
    (
      await people.register(officer, {
        names: [{ given: "Guarded", family: "Testperson" }],
        birthDate: { date: birthDate, precision: "DAY" },
        guardians: [{ name: "Pat Testguardian", authority }],
      })
    ).recordId;
  const minorBirth = `${String(new Date().getUTCFullYear() - 15)}-01-01`;

  test("a minor alone needs a law that says so, an adult must not claim one", async () => {
    const minor = await of(minorBirth, "PARENT");
    expect(await broken({}, socialWorker, minor)).toEqual(["REQUIRED input.minorConsentBasis"]);
    const minorConsentBasis = "PREGNANCY_DISEASE_OR_SUBSTANCE_USE";
    expect((await grant({ minorConsentBasis }, socialWorker, minor)).consent).toMatchObject({ minorConsentBasis });
    expect(await broken({ minorConsentBasis })).toEqual(["INVALID input.minorConsentBasis"]);
  });

  test("a parent consents for a minor, but not to what the minor alone decides, and for no adult", async () => {
    const parent = { givenBy: "PARENT", givenByName: "Pat Testguardian", categories: ["HOUSING"] };
    const minor = await of(minorBirth, "PARENT");
    expect((await grant(parent, socialWorker, minor)).userErrors).toEqual([]);
    expect(await broken({ ...parent, categories: ["SUBSTANCE_USE"] }, socialWorker, minor)).toEqual([
      "INVALID input.givenBy",
    ]);
    expect(await broken({ ...parent, givenByName: "Sam Teststranger" }, socialWorker, minor)).toEqual([
      "INVALID input.givenByName",
    ]);
    expect(await broken(parent, socialWorker, await of("1980-01-01", "PARENT"))).toEqual(["INVALID input.givenBy"]);
  });

  test.each([
    ["GUARDIAN", "ADJUDICATED"],
    ["HEALTH_CARE_AGENT", "DECIDED_BY_PHYSICIAN"],
  ])("a %s stands in the record, and the incapacity is stated", async (givenBy, incapacity) => {
    const adult = await of("1950-01-01", givenBy);
    const given = { givenBy, givenByName: "Pat Testguardian" };
    expect((await grant({ ...given, incapacity }, socialWorker, adult)).consent).toMatchObject({ incapacity });
    expect(await broken(given, socialWorker, adult)).toEqual(["REQUIRED input.incapacity"]);
    expect(await broken({ givenBy, incapacity }, socialWorker, adult)).toEqual(["REQUIRED input.givenByName"]);
    expect(await broken({ ...given, incapacity }, socialWorker, await of("1950-01-01", "CONSERVATOR"))).toEqual([
      "INVALID input.givenByName",
    ]);
    expect(await broken({ incapacity }, socialWorker, adult)).toEqual(["INVALID input.givenBy"]);
  });

  test("a guardian's incapacity is a court's finding", async () => {
    const given = { givenBy: "GUARDIAN", givenByName: "Pat Testguardian", incapacity: "DECIDED_BY_PHYSICIAN" };
    expect(await broken(given, socialWorker, await of("1950-01-01", "GUARDIAN"))).toEqual(["INVALID input.incapacity"]);
  });
});

test.each([
  ["officer", officer],
  ["dispatcher", dispatcher],
  ["provider", provider],
  ["analyst", analyst],
])("an %s records none", async (_who, viewer) => {
  const { data, errors } = await people.run(viewer, mutation, { input: keyed(consentForm(recordId)) });
  expect(data).toEqual({ grantConsent: null });
  expect(errors?.[0]?.extensions?.["code"]).toBe("FORBIDDEN");
});

test("on a record that is absent or not theirs, a social worker gets one answer", async () => {
  const stranger = { ...socialWorker, agencyId: randomUUID(), serves: [randomUUID()] };
  const forbidden = await grant({}, stranger);
  const absent = await grant({}, stranger, randomUUID());
  expect(forbidden).toEqual(absent);
  expect(forbidden.userErrors[0].code).toBe("NOT_FOUND");
  expect((await grant({}, { ...stranger, serves: [brooklyn] })).userErrors).toEqual([]);
});

test("a repeated key records one consent", async () => {
  const input = keyed(consentForm(recordId));
  const first = (await people.data(socialWorker, mutation, { input })).grantConsent;
  expect((await people.data(socialWorker, mutation, { input })).grantConsent).toEqual(first);
});
