import { demoService } from "../prove/directServices.mjs";
import { journey, storyQuery, type JourneyFacts } from "../prove/journey.mjs";
import { dataOf } from "./harness/graphClient";
import { startTestHub, type TestHub } from "./harness/startTestHub";

interface Story {
  readonly referral: Readonly<Record<string, unknown>> & {
    readonly redactions: readonly { readonly field: string; readonly reason: string }[];
    readonly serviceReferrals: { readonly edges: readonly unknown[] } | null;
  };
}

const withheldFromPolice = [
  "legalBasis",
  "outcome",
  "owner",
  "serviceReferrals",
  "status",
  "statusReason",
  "timeline",
  "contacts",
];

let hub: TestHub;
let facts: JourneyFacts;
beforeAll(async () => {
  hub = await startTestHub();
  facts = await journey(hub.as, { service: await demoService(hub.as) });
}, 120_000);
afterAll(async () => {
  await hub.stop();
});

const storyFor = async (account: string): Promise<Story["referral"] | null> =>
  dataOf(await hub.as<Story>(account, storyQuery, { id: facts.referralId })).referral;

test("the social worker reads the whole story, across four slices, in one query", async () => {
  const story = await storyFor("social-worker");
  expect(story).toMatchObject({
    status: "COMPLETED",
    outcome: "GOT_HELP",
    acknowledgement: "CLOSED",
    redactions: [],
    narrative: "Synthetic: calm when the talk is slow.",
    referredBy: { role: "OFFICER" },
    owner: { role: "SOCIAL_WORKER" },
    person: { id: facts.personId, calls: { edges: [{ node: { commonCode: "EDP" } }] }, referrals: { totalCount: 1 } },
    call: { commonCode: "EDP", subjects: [{ role: "SUBJECT", person: { id: facts.personId } }] },
    contacts: { edges: [{ node: { kind: "VISIT", result: "COMPLETED", notes: "Synthetic: agreed on a plan." } }] },
    serviceReferrals: { edges: [{ node: { status: "COMPLETED", outcome: "GOT_HELP" } }] },
  });
  expect(story?.["timeline"]).toMatchObject({ edges: expect.any(Array) as unknown });
});

test("the officer who sent it reads what they sent, and that it is closed; nothing of how", async () => {
  const story = await storyFor("officer");
  expect(story).toMatchObject({
    acknowledgement: "CLOSED",
    narrative: "Synthetic: calm when the talk is slow.",
    call: { commonCode: "EDP" },
    person: { id: facts.personId },
    status: null,
    outcome: null,
    owner: null,
    contacts: null,
    serviceReferrals: null,
    timeline: null,
  });
  expect(story?.redactions.map(({ field }) => field)).toEqual(expect.arrayContaining(withheldFromPolice));
  expect(new Set(story?.redactions.map(({ reason }) => reason))).toEqual(new Set(["NOT_AUTHORIZED_FIELD"]));
});

test("the privacy officer reads that it happened, not what was told", async () => {
  expect(await storyFor("privacy-officer")).toMatchObject({
    status: "COMPLETED",
    narrative: null,
    contacts: { edges: [{ node: { notes: null } }] },
  });
});

test.each(["provider", "analyst", "administrator"])("for %s there is no such referral", async (account) => {
  expect(await storyFor(account)).toBeNull();
});

test("L20: for a partner's machine there is no such referral, and calls for service are refused by the document alone", async () => {
  const told = async (id: string) => {
    const { data, errors } = await hub.as<Story>("partner-client", storyQuery, { id });
    return [data, errors?.map(({ path, extensions }) => [path?.join("."), extensions?.["code"]])];
  };
  const asked = await told(facts.referralId);
  const refused = [
    ["referral.person.calls", "FORBIDDEN"],
    ["referral.call", "FORBIDDEN"],
  ];
  expect(asked).toEqual([{ referral: null }, refused]);
  expect(await told("01890a5d-ac96-774b-bcce-b302099a8057")).toEqual(asked);
});

test("one who has not signed in gets the answer that an absent referral gets", async () => {
  const asked = await hub.as(null, storyQuery, { id: facts.referralId });
  const absent = await hub.as(null, storyQuery, { id: "01890a5d-ac96-774b-bcce-b302099a8057" });
  expect(asked).toEqual(absent);
});

test("30 days after it is closed, the provider keeps their service referral and has lost sight of the person", async () => {
  await hub.databases.owner(
    "referrals",
    "UPDATE service_referral SET closed_at = closed_at - interval '30 days' WHERE id = $1",
    [facts.serviceReferralId],
  );
  const { serviceReferral } = dataOf(
    await hub.as<{ serviceReferral: unknown }>(
      "provider",
      "query ($id: ID!) { serviceReferral(id: $id) { outcome person { id } } }",
      {
        id: facts.serviceReferralId,
      },
    ),
  );
  expect(serviceReferral).toEqual({ outcome: "GOT_HELP", person: null });
  const { person } = dataOf(
    await hub.as<{ person: unknown }>("provider", "query ($id: ID!) { person(id: $id) { id } }", {
      id: facts.personId,
    }),
  );
  expect(person).toBeNull();
});

test("the call reached the referrals slice as an event, once", async () => {
  const rows = await hub.databases.owner("referrals", "SELECT FROM call_fact WHERE call_id = $1", [facts.callId]);
  expect(rows).toHaveLength(1);
});

test("every slice that showed the person has written down who saw them", async () => {
  await storyFor("supervisor");
  for (const slice of ["agencies", "people", "referrals"]) {
    const seen = await hub.databases.owner(
      slice,
      "SELECT FROM audit_entry WHERE viewer_role = 'SUPERVISOR' AND operation = 'Story' AND $1 = ANY (record_ids)",
      [facts.recordId],
    );
    expect(seen.length).toBeGreaterThan(0);
  }
});
