import { readSecrets, signLocalToken, slices } from "@corespond/hub";

import { Steps } from "../prove/steps.mjs";
import { ask, dataOf, type Answer } from "./harness/graphClient";
import { startTestHub, type TestHub } from "./harness/startTestHub";

let hub: TestHub;
let steps: Steps;
let drew: { readonly serviceReferral: string; readonly referral: string; readonly record: string };
let county: string;

interface Id {
  readonly id: string;
}

beforeAll(async () => {
  hub = await startTestHub();
  steps = new Steps(hub.as);
  const [sent] = await hub.databases.owner<{ id: string; referral: string; record: string }>(
    "referrals",
    "SELECT id, referral_id AS referral, record_id AS record FROM service_referral WHERE protected_program = 'PART_2'",
  );
  if (!sent) throw new Error("The demonstration has a referral to a protected program.");
  drew = { serviceReferral: sent.id, referral: sent.referral, record: sent.record };
  county = (await steps.read<{ me: { agency: Id } }>("supervisor", "{ me { agency { id } } }")).me.agency.id;
}, 120_000);
afterAll(async () => {
  await hub.stop();
});

const later = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const today = new Date().toISOString().slice(0, 10);

/** What every consent of these tests states beside what it is about. */
const stated = (): object => ({
  ...{ patientName: "Drew Samplewood", description: "What is needed.", purpose: "COC", signature: "WRITTEN" },
  ...{ disclosingAgencyIds: [county], revocationRightStated: true, plainLanguage: true, givenBy: "SUBJECT" },
  ...{ signedOn: today, expiresAt: later(30) },
});

async function grant(input: object): Promise<string> {
  const { consent } = await steps.act<{ consent: Id }>("social-worker", "grantConsent", "consent { id }", {
    ...stated(),
    ...input,
  });
  return consent.id;
}

const revoke = async (consentId: string): Promise<unknown> =>
  await steps.act("privacy-officer", "revokeConsent", "consent { revokedAt }", { consentId });

/** Asks as an account for a purpose of use. */
async function askFor<D>(account: string, purpose: string, query: string): Promise<Answer<D>> {
  const { issuerKey } = await readSecrets(
    hub.dataFolder,
    slices.map(({ name }) => name),
  );
  const { token } = await signLocalToken(issuerKey, account);
  return await ask<D>(hub.hub.url, query, { token, headers: { "x-purpose-of-use": purpose } });
}

const protectedOne = (): string => `{
  serviceReferral(id: "${drew.serviceReferral}") { need }
  referral(id: "${drew.referral}") { serviceReferrals { totalCount edges { cursor node { id } } } timeline { totalCount edges { cursor } } } }`;

test("L3, L5, L11: a consent opens a protected service referral with its notice, and from the request after its revocation on there is no trace", async () => {
  const before = await hub.as("supervisor", protectedOne());
  expect(before).toMatchObject({ data: { serviceReferral: null, referral: { serviceReferrals: { totalCount: 0 } } } });
  expect(before).not.toHaveProperty("extensions");
  const expiresAt = later(30);
  const consentId = await grant({
    ...{ recordId: drew.record, categories: ["SUBSTANCE_USE"], granteeAgencyIds: [county], expiresAt },
  });
  const open = await hub.as("supervisor", protectedOne());
  expect(open).toMatchObject({
    data: { serviceReferral: { need: "SUBSTANCE_USE" }, referral: { serviceReferrals: { totalCount: 1 } } },
    extensions: {
      redisclosure: [
        {
          notice: {
            id: "42 CFR 2.32",
            text: "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
          },
          consent: { id: consentId, categories: ["SUBSTANCE_USE"], expiresAt },
        },
      ],
    },
  });
  await revoke(consentId);
  expect(await hub.as("supervisor", protectedOne())).toEqual(before);
  const kept = await hub.databases.owner<{ basis: string[] }>(
    "referrals",
    "SELECT basis FROM audit_entry WHERE viewer_role = 'SUPERVISOR' AND subjects @> jsonb_build_object('ServiceReferral', jsonb_build_array($1::text))",
    [drew.serviceReferral],
  );
  expect(kept).toHaveLength(1);
});

test("L5: its author and its provider get the notice, too", async () => {
  for (const account of ["social-worker", "colleague:provider-recovery"]) {
    const { extensions } = await hub.as(account, `{ serviceReferral(id: "${drew.serviceReferral}") { id } }`);
    expect(extensions).toMatchObject({ redisclosure: [{ notice: { id: "42 CFR 2.32" } }] });
  }
});

test("L6: for proceedings against the person nobody sees it, not even its author and its provider", async () => {
  const query = `{ serviceReferral(id: "${drew.serviceReferral}") { id } }`;
  for (const account of ["social-worker", "colleague:provider-recovery"]) {
    expect(dataOf(await askFor(account, "COC", query))).toEqual({ serviceReferral: { id: drew.serviceReferral } });
    for (const purpose of ["HLEGAL", "GOV", "THREAT"])
      expect(await askFor(account, purpose, query)).toEqual({ status: 200, data: { serviceReferral: null } });
  }
});

test("L17: a purpose that is no code of HL7's is refused, naming the header, and COC stands for coordination", async () => {
  const refused = await askFor("social-worker", "COORDINATION", "{ me { id } }");
  expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  expect(refused.errors?.[0]?.message).toContain("x-purpose-of-use");
  expect((await askFor("social-worker", "COC", "{ me { id } }")).status).toBe(200);
});

test("L1, L11: a department learns what became of its referral by a consent that names it, until it is revoked", async () => {
  interface Sent {
    readonly referrals: { readonly edges: readonly { readonly node: Id & { readonly acknowledgement: string } }[] };
  }
  const list =
    "{ referrals(first: 50, filter: { acknowledgement: CLOSED }) { edges { node { id acknowledgement } } } }";
  const [closed] = (await steps.read<Sent>("officer", list)).referrals.edges;
  const id = closed?.node.id ?? "";
  const asked = `{ referral(id: "${id}") { status outcome version redactions { field } statusReason { text } } }`;
  const before = await hub.as("officer", asked);
  expect(before.data).toMatchObject({ referral: { status: null, outcome: null } });
  const [row] = await hub.databases.owner<{ record: string; status: string; outcome: string | null }>(
    "referrals",
    "SELECT record_id AS record, status, outcome FROM referral WHERE id = $1",
    [id],
  );
  const { me } = await steps.read<{ me: { agency: Id } }>("officer", "{ me { agency { id } } }");
  const consentId = await grant({
    ...{ recordId: row?.record, categories: ["REFERRAL_OUTCOMES"], granteeAgencyIds: [me.agency.id] },
  });
  const open = await hub.as("officer", asked);
  expect(open.data).toMatchObject({ referral: { status: row?.status, outcome: row?.outcome, statusReason: null } });
  await revoke(consentId);
  expect(await hub.as("officer", asked)).toEqual(before);
});

test("a referral to a protected program without a consent is refused with all that is missing, and with one it goes", async () => {
  const { person } = await steps.act<{ person: Id }>("officer", "registerPerson", "person { id }", {
    names: [{ given: "Robin", family: "Testperson" }],
  });
  const { referral } = await steps.act<{ referral: Id }>("officer", "submitReferral", "referral { id }", {
    ...{ personId: person.id, reasons: ["SUBSTANCE_USE"] },
  });
  await steps.act("social-worker", "acceptReferral", "referral { id }", { referralId: referral.id });
  const [to] = await hub.databases.owner<{ service: string; organization: string }>(
    "referrals",
    "SELECT service_id AS service, organization_id AS organization FROM service_referral WHERE protected_program = 'PART_2'",
  );
  const input = { referralId: referral.id, serviceId: to?.service, need: "SUBSTANCE_USE" };
  interface Refused {
    readonly referToService: { readonly serviceReferral: Id | null; readonly userErrors: readonly { code: string }[] };
  }
  const refused = await hub.as<Refused>(
    "social-worker",
    "mutation ($input: ReferToServiceInput!) { referToService(input: $input) { serviceReferral { id } userErrors { code } } }",
    { input: { ...input, idempotencyKey: "without-a-consent" } },
  );
  expect(dataOf(refused).referToService).toEqual({
    serviceReferral: null,
    userErrors: Array.from({ length: 5 }, () => ({ code: "REQUIRED" })),
  });
  const [record] = await hub.databases.owner<Id>("people", "SELECT id FROM person_record WHERE person_id = $1", [
    person.id,
  ]);
  await grant({
    ...{ recordId: record?.id, patientName: "Robin Testperson", categories: ["SUBSTANCE_USE"] },
    granteeOrganizationIds: [to?.organization],
  });
  await steps.act("social-worker", "referToService", "serviceReferral { protected }", input);
});
