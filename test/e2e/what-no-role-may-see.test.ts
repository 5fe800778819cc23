import { Steps } from "../prove/steps.mjs";
import { dataOf } from "./harness/graphClient";
import { startTestHub, type TestHub } from "./harness/startTestHub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
}, 120_000);
afterAll(async () => {
  await hub.stop();
});

const police = ["officer", "dispatcher"];
const personless = ["analyst", "administrator", "partner-client"];

const codes = (answer: { readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] }) =>
  (answer.errors ?? []).map(({ extensions }) => extensions?.["code"]);

interface Ids {
  readonly referrals: readonly string[];
  readonly persons: readonly string[];
  readonly serviceReferrals: readonly string[];
  readonly protectedOnes: readonly string[];
}

/** What there is, as the database's owner knows it. */
async function everything(): Promise<Ids> {
  const of = async (slice: string, sql: string): Promise<readonly string[]> =>
    (await hub.databases.owner<{ id: string }>(slice, sql)).map(({ id }) => id);
  return {
    referrals: await of("referrals", "SELECT id FROM referral"),
    persons: await of("people", "SELECT id FROM person"),
    serviceReferrals: await of("referrals", "SELECT id FROM service_referral"),
    protectedOnes: await of("referrals", "SELECT id FROM service_referral WHERE is_protected"),
  };
}

test.each(personless)("%s reaches no person's row by any root field", async (account) => {
  const { referrals, persons, serviceReferrals } = await everything();
  for (const id of referrals.slice(0, 3)) {
    expect(dataOf(await hub.as(account, "query ($id: ID!) { referral(id: $id) { id } }", { id }))).toEqual({
      referral: null,
    });
  }
  for (const id of persons.slice(0, 3)) {
    expect(dataOf(await hub.as(account, "query ($id: ID!) { person(id: $id) { id } }", { id }))).toEqual({
      person: null,
    });
  }
  for (const id of serviceReferrals.slice(0, 3)) {
    expect(dataOf(await hub.as(account, "query ($id: ID!) { serviceReferral(id: $id) { id } }", { id }))).toEqual({
      serviceReferral: null,
    });
  }
  const lists = await hub.as<Readonly<Record<string, { totalCount: number } | null>>>(
    account,
    "{ referrals { totalCount } calls { totalCount } serviceReferrals { totalCount } }",
  );
  for (const list of Object.values(lists.data ?? {})) expect(list?.totalCount ?? 0).toBe(0);
});

test("one who has not signed in is told so, by the document alone", async () => {
  const { referrals, persons, serviceReferrals } = await everything();
  const absent = "01890a5d-ac96-774b-bcce-b302099a8057";
  const known = { referral: referrals[0], person: persons[0], serviceReferral: serviceReferrals[0] };
  for (const [field, id] of Object.entries(known)) {
    const ask = (one: string | undefined) => hub.as(null, `query ($id: ID!) { ${field}(id: $id) { id } }`, { id: one });
    const answer = await ask(id);
    expect([answer.status, codes(answer)]).toEqual([401, ["UNAUTHENTICATED"]]);
    expect(await ask(absent)).toEqual(answer);
  }
  const rest = await hub.as(null, "{ agencies(first: 1) { edges { node { name } } } referrals { totalCount } }");
  expect(rest).toMatchObject({ status: 200, data: { agencies: { edges: [{}] }, referrals: null } });
  expect(rest.errors).toMatchObject([{ path: ["referrals"], extensions: { code: "UNAUTHENTICATED" } }]);
});

test.each(police)("for %s there are no service referrals, by list, by id or in a person's story", async (account) => {
  const { serviceReferrals } = await everything();
  expect(serviceReferrals.length).toBeGreaterThan(0);
  const { referrals } = dataOf(
    await hub.as<{ referrals: { edges: readonly { node: Readonly<Record<string, unknown>> }[] } }>(
      account,
      "{ referrals(first: 50) { edges { node { status outcome owner { id } legalBasis statusReason { code } serviceReferrals { totalCount } contacts { totalCount } timeline { totalCount } } } } }",
    ),
  );
  expect(referrals.edges.length).toBeGreaterThan(0);
  for (const { node } of referrals.edges) expect(Object.values(node).every((value) => value === null)).toBe(true);
  for (const id of serviceReferrals) {
    expect(dataOf(await hub.as(account, "query ($id: ID!) { serviceReferral(id: $id) { id } }", { id }))).toEqual({
      serviceReferral: null,
    });
  }
});

test.each(police)("%s cannot filter by what is withheld: an error that depends on nothing", async (account) => {
  for (const filter of [{ status: ["COMPLETED"] }, { outcome: "GOT_HELP" }]) {
    const answer = await hub.as(
      account,
      "query ($filter: ReferralFilter) { referrals(filter: $filter) { totalCount } }",
      { filter },
    );
    expect(codes(answer)).toEqual(["FORBIDDEN"]);
  }
});

test("an officer's tag of a referral does not change when the welfare side writes", async () => {
  const inbox = "{ referrals(first: 50) { edges { node { id version acknowledgement } } } }";
  interface Inbox {
    readonly referrals: {
      readonly edges: readonly {
        readonly node: { readonly id: string; readonly version: string; readonly acknowledgement: string };
      }[];
    };
  }
  const before = dataOf(await hub.as<Inbox>("officer", inbox)).referrals.edges.map(({ node }) => node);
  const acknowledged = before.filter((node) => node.acknowledgement === "ACKNOWLEDGED").map(({ id }) => id);
  const { referrals } = dataOf(
    await hub.as<{ referrals: { edges: readonly { node: { id: string; status: string } }[] } }>(
      "social-worker",
      "{ referrals(first: 50, filter: { mine: true, status: [ACCEPTED, IN_PROGRESS] }) { edges { node { id status } } } }",
    ),
  );
  const worked = referrals.edges.map(({ node }) => node.id).find((id) => acknowledged.includes(id));
  expect(worked).toBeDefined();
  const recorded = await hub.as<{ recordContact: { userErrors: readonly unknown[] } }>(
    "social-worker",
    "mutation ($input: RecordContactInput!) { recordContact(input: $input) { userErrors { message } } }",
    {
      input: {
        referralId: worked,
        kind: "PHONE",
        result: "REACHED",
        occurredAt: new Date().toISOString(),
        idempotencyKey: "the-officers-tag-stays",
      },
    },
  );
  expect(dataOf(recorded).recordContact.userErrors).toEqual([]);
  const after = dataOf(await hub.as<Inbox>("officer", inbox)).referrals.edges.map(({ node }) => node);
  expect(after).toEqual(before);
});

test("a protected service referral leaves no trace for others on the welfare side", async () => {
  const { protectedOnes } = await everything();
  expect(protectedOnes.length).toBeGreaterThan(0);
  const story =
    "{ referrals(first: 50) { edges { node { id serviceReferrals(first: 50) { totalCount edges { node { id } } } timeline(first: 100) { edges { node { serviceReferral { id } } } } } } } }";
  for (const account of ["supervisor", "privacy-officer", "officer"]) {
    expect(JSON.stringify(dataOf(await hub.as(account, story)))).not.toMatch(new RegExp(protectedOnes.join("|")));
  }
});

test("inaccessible ids of records are in nobody's schema", async () => {
  const { __type: person } = dataOf(
    await hub.as<{ __type: { fields: readonly { name: string }[] } }>(
      null,
      '{ __type(name: "Person") { fields { name } } }',
    ),
  );
  expect(person.fields.map(({ name }) => name)).not.toEqual(expect.arrayContaining(["recordId"]));
  expect(codes(await hub.as("social-worker", '{ searchPersons(name: "Test") { person { recordIds } } }'))).toEqual([
    "GRAPHQL_VALIDATION_FAILED",
  ]);
  expect(codes(await hub.as("social-worker", "{ _service { sdl } }"))).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
});

test("whom only the dispatch centre knows is seen by the welfare side that decides on the referral, while it is open", async () => {
  const steps = new Steps(hub.as);
  const { person } = await steps.act<{ person: { id: string } }>("dispatcher", "registerPerson", "person { id }", {
    names: [{ given: "Casey", family: "Testcaller" }],
  });
  const { agency } = await steps.read<{ agency: { id: string } }>(null, '{ agency(ori: "MN0270300") { id } }');
  const { referral } = await steps.act<{ referral: { id: string } }>(
    "dispatcher",
    "submitReferral",
    "referral { id }",
    {
      personId: person.id,
      agencyId: agency.id,
      reasons: ["FOOD"],
    },
  );
  const nameFor = async (account: string): Promise<string | null> => {
    const { person: seen } = await steps.read<{ person: { names: readonly { text: string }[] } | null }>(
      account,
      "query ($id: ID!) { person(id: $id) { names { text } } }",
      { id: person.id },
    );
    return seen?.names[0]?.text ?? null;
  };
  for (const account of ["dispatcher", "social-worker", "supervisor", "privacy-officer"])
    expect([account, await nameFor(account)]).toEqual([account, "Casey Testcaller"]);
  for (const account of ["officer", "provider", "analyst", "administrator", "partner-client"])
    expect([account, await nameFor(account)]).toEqual([account, null]);
  await steps.act("social-worker", "rejectReferral", "referral { id }", {
    referralId: referral.id,
    reason: { code: "DUPLICATE", text: "Synthetic: sent twice" },
  });
  for (const account of ["social-worker", "supervisor"])
    expect([account, await nameFor(account)]).toEqual([account, null]);
});

test("a resident sees the own record and what became of it, and no one else's by any way", async () => {
  const { referrals, persons, serviceReferrals } = await everything();
  interface Own {
    readonly myself: {
      readonly id: string;
      readonly names: readonly { readonly text: string }[];
      readonly calls: { readonly totalCount: number };
      readonly referrals: {
        readonly edges: readonly {
          readonly node: Readonly<Record<string, unknown>> & {
            readonly id: string;
            readonly serviceReferrals: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
          };
        }[];
      };
    };
  }
  const { myself } = dataOf(
    await hub.as<Own>(
      "resident",
      `{ myself { id names { text } calls { totalCount } referrals { edges { node {
        id status narrative referredBy { id } call { id } owner { name { family } } serviceReferrals { edges { node { id protected } } } } } } } }`,
    ),
  );
  const own = myself.referrals.edges.map(({ node }) => node);
  expect(myself).toMatchObject({ names: [{ text: "Drew Samplewood" }], calls: { totalCount: 0 } });
  expect(own).toMatchObject([
    {
      ...{ narrative: null, referredBy: null, call: null, owner: { name: { family: "Testworker" } } },
      serviceReferrals: { edges: [{ node: { protected: true } }] },
    },
  ]);
  const seen = async (type: string, ids: readonly string[]): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const id of ids) {
      const data = dataOf(
        await hub.as<{ one: { id: string } | null }>("resident", `query ($id: ID!) { one: ${type}(id: $id) { id } }`, {
          id,
        }),
      );
      if (data.one) found.push(data.one.id);
    }
    return found;
  };
  expect(await seen("person", persons)).toEqual([myself.id]);
  expect(await seen("referral", referrals)).toEqual(own.map(({ id }) => id));
  expect(await seen("serviceReferral", serviceReferrals)).toEqual(
    own.flatMap(({ serviceReferrals: sent }) => sent.edges.map(({ node }) => node.id)),
  );
  const lists = await hub.as<Readonly<Record<string, { totalCount: number } | readonly unknown[] | null>>>(
    "resident",
    '{ me { id } calls { totalCount } searchPersons(name: "Test") { person { id } } referrals { totalCount } serviceReferrals { totalCount } }',
  );
  expect(lists.data).toMatchObject({ me: null, referrals: { totalCount: 1 }, serviceReferrals: { totalCount: 1 } });
  expect(lists.data?.["searchPersons"] ?? []).toEqual([]);
  expect((lists.data?.["calls"] as { totalCount: number } | null)?.totalCount ?? 0).toBe(0);
});

test("a resident whose sign-in is unlinked is nobody from the next request on", async () => {
  const steps = new Steps(hub.as);
  const [login] = await hub.databases.owner<{ issuer: string; record: string }>(
    "people",
    "SELECT l.issuer, r.record_id AS record FROM resident_login l JOIN resident_login_record r ON r.login_id = l.id WHERE l.subject = 'resident'",
  );
  const signIn = { issuer: login?.issuer, subject: "resident" };
  await steps.act("privacy-officer", "unlinkResidentLogin", "unlinked", signIn);
  expect(codes(await hub.as("resident", "{ myself { id } }"))).toEqual(["NOT_ACTIVE"]);
  await steps.act("privacy-officer", "linkResidentLogin", "person { id }", {
    ...signIn,
    ...{ recordIds: [login?.record], proofing: "Synthetic: seen in person" },
  });
  expect(dataOf(await hub.as("resident", "{ myself { names { text } } }"))).toEqual({
    myself: { names: [{ text: "Drew Samplewood" }] },
  });
});
