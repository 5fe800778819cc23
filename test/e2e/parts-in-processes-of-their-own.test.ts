import { demoService } from "../prove/directServices.mjs";
import { journey, storyQuery, type JourneyFacts } from "../prove/journey.mjs";
import { ask, dataOf } from "./harness/graphClient";
import { startTestHub, type TestHub } from "./harness/startTestHub";
import { startTestProcesses, type TestProcesses } from "./harness/startTestProcesses";

let parts: TestProcesses;
let facts: JourneyFacts;
beforeAll(async () => {
  parts = await startTestProcesses(["resources"]);
}, 180_000);
afterAll(async () => {
  await parts.stop();
});

const codes = (answer: { readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] }) =>
  (answer.errors ?? []).map(({ extensions }) => extensions?.["code"]);

test("a slice that is down at the start costs its part of an answer, and comes in when it is up", async () => {
  const query = "{ agencies(first: 1) { totalCount } organizations(first: 1) { totalCount } }";
  const without = await parts.as<{ agencies: unknown; organizations: unknown }>(null, query);
  expect(without.data).toMatchObject({ agencies: { totalCount: expect.any(Number) as number }, organizations: null });
  expect(codes(without)).toEqual(["SLICE_UNAVAILABLE"]);
  await parts.start("resources");
  expect(codes(await parts.as(null, query))).toEqual([]);
});

test("the journey goes through, from one process to the other", async () => {
  facts = await journey(parts.as, { service: await demoService(parts.as) });
  const { referral } = dataOf(
    await parts.as<{ referral: unknown }>("social-worker", storyQuery, { id: facts.referralId }),
  );
  expect(referral).toMatchObject({ status: "COMPLETED", person: { id: facts.personId }, call: { commonCode: "EDP" } });
});

test("a program's figures are counted from one process to the other", async () => {
  // Where the program is, it is another day than in Greenwich for some hours of each.
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(new Date());
  const { programs } = dataOf(
    await parts.as<{ programs: readonly Readonly<Record<string, unknown>>[] }>(
      "supervisor",
      `{ programs {
        peopleReached(period: { from: "2020-01-01", to: "${today}" }) { persons }
        outcomes(asOf: "${today}", codeSet: { name: "behavioral-health" }, threshold: 1, comparator: NONE) { caution codeSet { version } }
      } }`,
    ),
  );
  expect(programs).toEqual([
    {
      peopleReached: { persons: expect.any(Number) as number },
      outcomes: { caution: "REGRESSION_TO_MEAN", codeSet: { version: "2026-01" } },
    },
  ]);
});

test("an answer is the same text in one process and in many", async () => {
  const inMany = await parts.as("social-worker", storyQuery, { id: facts.referralId });
  let one: TestHub | undefined;
  try {
    one = await startTestHub(parts.place);
    const inOne = await one.as("social-worker", storyQuery, { id: facts.referralId });
    expect(JSON.stringify(inOne)).toBe(JSON.stringify(inMany));
  } finally {
    await one?.stopHub();
  }
});

test("errors read the same in many processes: masked, or of the catalogue", async () => {
  const deep = `{ agencies { edges { node ${"{ dispatchedBy ".repeat(30)} { id } ${"}".repeat(30)} } } }`;
  expect(codes(await parts.as(null, deep))).toEqual(["QUERY_TOO_DEEP"]);
  expect(codes(await ask(parts.url, "{ me { id } }", { token: "not.a.token" }))).toEqual(["INVALID_TOKEN"]);
  await parts.databases.owner("people", "ALTER TABLE person_record RENAME TO person_record_away");
  const broken = await parts.as<unknown>("officer", "query ($id: ID!) { person(id: $id) { id } }", {
    id: facts.personId,
  });
  await parts.databases.owner("people", "ALTER TABLE person_record_away RENAME TO person_record");
  expect(codes(broken)).toEqual(["INTERNAL_SERVER_ERROR"]);
  expect(JSON.stringify(broken)).not.toMatch(/person_record|relation|SELECT/);
});

test("no event is lost or doubled when a slice is killed between its commit and the relay", async () => {
  const before = await parts.databases.owner("referrals", "SELECT FROM call_fact");
  await parts.kill("referrals");
  const recorded = await parts.as<{ recordCall: { call: { id: string } | null; userErrors: unknown } }>(
    "officer",
    "mutation ($input: RecordCallInput!) { recordCall(input: $input) { call { id } userErrors { message } } }",
    {
      input: {
        incidentNumber: "KILL-1",
        receivedAt: new Date().toISOString(),
        commonCode: "WELFARE",
        idempotencyKey: "kill-between-commit-and-relay",
      },
    },
  );
  expect(dataOf(recorded).recordCall.userErrors).toEqual([]);
  await parts.kill("agencies");
  await parts.databases.owner("agencies", "UPDATE outbox SET next_attempt_at = now() WHERE published_at IS NULL");
  await parts.start("referrals");
  await parts.start("agencies");
  await parts.arrived("referrals", "SELECT FROM call_fact WHERE call_id = $1", [recorded.data?.recordCall.call?.id]);
  expect(await parts.databases.owner("referrals", "SELECT FROM call_fact")).toHaveLength(before.length + 1);
  expect(await parts.databases.owner("agencies", "SELECT FROM outbox WHERE published_at IS NULL")).toHaveLength(0);
}, 60_000);

test("a slice that is killed in the midst of work yields partial data with a clear error, never a hang", async () => {
  await parts.kill("people");
  const answer = await parts.as<{ referral: { acknowledgement: string; person: unknown } }>(
    "social-worker",
    "query ($id: ID!) { referral(id: $id) { acknowledgement person { names { text } } } }",
    { id: facts.referralId },
  );
  expect(answer.data?.referral).toEqual({ acknowledgement: "CLOSED", person: null });
  expect(codes(answer)).toEqual(["SLICE_UNAVAILABLE"]);
  expect(answer.errors?.[0]?.message).toContain('"people"');
  await parts.start("people");
});

test("while nobody can be recognized, who signs in is told so, and who does not reads on", async () => {
  await parts.kill("agencies");
  const signedIn = await parts.as("officer", "{ services: searchServices(first: 1) { totalCount } }");
  expect(signedIn.status).toBe(503);
  expect(codes(signedIn)).toEqual(["SIGN_IN_UNAVAILABLE"]);
  const anonymous = await parts.as<unknown>(null, "{ services: searchServices(first: 1) { totalCount } }");
  expect(anonymous.data).toMatchObject({ services: { totalCount: expect.any(Number) as number } });
  await parts.start("agencies");
  expect(codes(await parts.as("officer", "{ me { id } }"))).toEqual([]);
});

test("a slice answers nobody whom the gateway did not sign", async () => {
  const answer = await ask(parts.urlOf("people"), "{ __typename }");
  expect(answer.status).toBe(401);
  expect(codes(answer)).toEqual(["UNSIGNED_VIEWER"]);
});

test("no log line holds a name, a narrative or a token", () => {
  const logs = ["agencies", "people", "referrals", "resources", "gateway"].map(parts.log).join("");
  expect(logs).toContain("answered");
  expect(logs).not.toMatch(/Testperson|Synthetic|Bearer|eyJ/);
});
