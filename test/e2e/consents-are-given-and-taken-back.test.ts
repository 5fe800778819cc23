import { randomUUID } from "node:crypto";

import { signLocalToken, readSecrets, slices } from "@corespond/hub";

import { Steps } from "../prove/steps.mjs";
import { startTestHub, type TestHub } from "./harness/startTestHub";

let hub: TestHub;
let steps: Steps;
let recordId: string;
let brooklynPark: string;

beforeAll(async () => {
  hub = await startTestHub();
  steps = new Steps(hub.as);
  const made = await steps.act<{ personRecord: { id: string } }>("officer", "registerPerson", "personRecord { id }", {
    names: [{ given: "Robin", family: "Testconsent" }],
  });
  recordId = made.personRecord.id;
  const { agency } = await steps.read<{ agency: { id: string } }>(null, '{ agency(ori: "MN0270300") { id } }');
  brooklynPark = agency.id;
}, 120_000);
afterAll(async () => {
  await hub.stop();
});

const form = (change: object = {}): Readonly<Record<string, unknown>> => ({
  recordId,
  categories: ["REFERRAL_OUTCOMES"],
  disclosingAgencyIds: [brooklynPark],
  description: "What became of the referrals about me.",
  granteeAgencyIds: [brooklynPark],
  purpose: "COC",
  plainLanguage: true,
  expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  signature: "WRITTEN",
  signedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
  givenBy: "SUBJECT",
  ...change,
});

const grantAs = async (account: string, input: object) =>
  await hub.as<{ grantConsent: { consent: { id: string } | null; userErrors: readonly object[] } | null }>(
    account,
    "mutation ($input: GrantConsentInput!) { grantConsent(input: $input) { consent { id } userErrors { code field } } }",
    { input: { ...input, idempotencyKey: randomUUID() } },
  );

test("L4: a consent without its elements is refused with all of them, and nothing is kept of it", async () => {
  const lacking = { description: null, plainLanguage: false, expiresAt: null, signature: null };
  const { data } = await grantAs("social-worker", form(lacking));
  expect(data?.grantConsent).toEqual({
    consent: null,
    userErrors: ["description", "expiresAt", "signature", "plainLanguage"].map((field) => ({
      code: "REQUIRED",
      field: ["input", field],
    })),
  });
  expect(await hub.databases.owner("people", "SELECT id FROM consent WHERE record_id = $1", [recordId])).toEqual([]);
});

test("L11: a consent is recorded, seen by the welfare side alone, and revoked", async () => {
  const { consent } = await steps.act<{ consent: { id: string } }>(
    "social-worker",
    "grantConsent",
    "consent { id regime revokedAt granteeAgencies { name } recordedBy { id } }",
    form(),
  );
  expect(consent).toMatchObject({
    regime: "CHAPTER_13",
    revokedAt: null,
    granteeAgencies: [{ name: expect.any(String) }],
  });
  const seen = async (account: string): Promise<unknown> =>
    (
      await steps.read<{ personRecord: { person: { consents: { edges: { node: object }[] } | null } } | null }>(
        account,
        "query ($id: ID!) { personRecord(id: $id) { person { consents { edges { node { id } } } } } }",
        { id: recordId },
      )
    ).personRecord?.person.consents?.edges;
  for (const account of ["social-worker", "supervisor", "privacy-officer"])
    expect(await seen(account)).toEqual([{ node: { id: consent.id } }]);
  for (const account of ["officer", "dispatcher", "provider"]) expect(await seen(account)).toBeUndefined();
  const revoked = await steps.act<{ consent: { revokedAt: string } }>(
    "privacy-officer",
    "revokeConsent",
    "consent { revokedAt }",
    { consentId: consent.id },
  );
  expect(revoked.consent.revokedAt).toEqual(expect.any(String));
});

test.each(["officer", "dispatcher", "provider", "analyst", "administrator"])(
  "%s records no consent",
  async (account) => {
    const { data, errors } = await grantAs(account, form());
    expect(data).toEqual({ grantConsent: null });
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["FORBIDDEN"]);
  },
);

test("L13: who declines a consent is referred and served as before", async () => {
  const input = { recordId, categories: ["MENTAL_HEALTH", "REFERRAL_OUTCOMES"], declinedOn: "2026-01-02" };
  const { refusal } = await steps.act<{ refusal: { categories: string[] } }>(
    "social-worker",
    "declineConsent",
    "refusal { categories }",
    input,
  );
  expect(refusal.categories).toEqual(input.categories);
  const { personRecord } = await steps.read<{ personRecord: { person: { id: string } } }>(
    "officer",
    "query ($id: ID!) { personRecord(id: $id) { person { id } } }",
    { id: recordId },
  );
  const { referral } = await steps.act<{ referral: { id: string } }>("officer", "submitReferral", "referral { id }", {
    personId: personRecord.person.id,
    reasons: ["MENTAL_HEALTH"],
  });
  await steps.act("social-worker", "acceptReferral", "referral { id }", { referralId: referral.id });
  const { services } = await steps.read<{ services: { edges: { node: { id: string } }[] } }>(
    "social-worker",
    '{ services: searchServices(text: "counseling", first: 20) { edges { node { id } } } }',
  );
  expect(services.edges.length).toBeGreaterThan(0);
});

test("L17: a purpose of use is a code of HL7's value set, and any other is refused by the header's name", async () => {
  const { issuerKey } = await readSecrets(
    hub.dataFolder,
    slices.map(({ name }) => name),
  );
  const { token } = await signLocalToken(issuerKey, "social-worker");
  const ask = async (purpose: string): Promise<{ status: number; text: string }> => {
    const response = await fetch(hub.hub.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
        "x-purpose-of-use": purpose,
      },
      body: JSON.stringify({ query: "{ __typename }" }),
    });
    return { status: response.status, text: await response.text() };
  };
  for (const purpose of ["COC", "TREAT", "CAREMGT", "PUBHLTH", "HLEGAL"]) expect((await ask(purpose)).status).toBe(200);
  for (const purpose of ["COORDINATE", "coc", "COC,TREAT", "X"]) {
    const { status, text } = await ask(purpose);
    expect(status).toBe(400);
    expect(JSON.parse(text).errors[0]).toMatchObject({
      message: expect.stringContaining("`x-purpose-of-use`"),
      extensions: { code: "BAD_REQUEST" },
    });
  }
});
