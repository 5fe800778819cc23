import { randomUUID } from "node:crypto";

import { dataOf } from "./harness/graphClient";
import { startTestHub, type TestHub } from "./harness/startTestHub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
}, 120_000);
afterAll(async () => {
  await hub.stop();
});

const always = 'period: { from: "2019-01-01", to: "2038-12-31" }';
const question = {
  asOf: "2021-08-31",
  codeSet: { name: "behavioral-health" },
  comparator: "SAME_THRESHOLD_NOT_ENROLLED",
  threshold: 1,
};
const asked =
  'outcomes(asOf: "2021-08-31", codeSet: { name: "behavioral-health" }, comparator: SAME_THRESHOLD_NOT_ENROLLED, threshold: 1)';
const measures = `{ programs { id
  peopleReached(${always}) { persons } funnel(${always}) { sent accepted } timeToContact(${always}) { referrals contacted }
  connections(${always}) { serviceReferrals }
  ${asked} { codeSet { name version } enrolled { persons } atRiskAssumed } } }`;

interface Program {
  readonly id: string;
  readonly peopleReached: { readonly persons: number | null } | null;
  readonly funnel: { readonly sent: number | null; readonly accepted: number | null } | null;
  readonly timeToContact: { readonly referrals: number | null; readonly contacted: number | null } | null;
  readonly connections: { readonly serviceReferrals: number | null } | null;
  readonly outcomes: object | null;
}

const programAs = async (account: string): Promise<Program | undefined> =>
  dataOf(await hub.as<{ readonly programs: readonly Program[] }>(account, measures)).programs[0];

test("a supervisor is told exactly what the program achieves, by what four slices know", async () => {
  const program = await programAs("supervisor");
  expect(program?.peopleReached?.persons).toBeGreaterThan(0);
  expect(program?.funnel?.sent).toBeGreaterThan(program?.funnel?.accepted ?? Infinity);
  expect(program?.timeToContact?.referrals).toBe(program?.funnel?.sent);
  expect(program?.connections?.serviceReferrals).toBeGreaterThan(0);
  expect(program?.outcomes).toMatchObject({
    codeSet: { name: "behavioral-health", version: "2026-01" },
    atRiskAssumed: true,
  });
});

test("an analyst is given the same measures, and no count below eleven", async () => {
  const program = await programAs("analyst");
  const counts = [program?.peopleReached?.persons, program?.funnel?.accepted, program?.connections?.serviceReferrals];
  for (const count of counts) expect(count === null || Number(count) >= 11).toBe(true);
});

test.each(["officer", "dispatcher", "social-worker", "privacy-officer", "administrator", "provider", "partner-client"])(
  "the %s is refused every measure",
  async (account) => {
    const { errors } = await hub.as(account, measures);
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(Array.from({ length: 5 }, () => "FORBIDDEN"));
  },
);

test("what a supervisor publishes an analyst reads", async () => {
  const programId = (await programAs("supervisor"))?.id;
  const mutation = `mutation ($input: PublishOutcomesInput!) { publishOutcomes(input: $input) {
    publishedOutcomes { id publishedBy { id } } userErrors { message } } }`;
  const input = { idempotencyKey: randomUUID(), programId, question };
  const { publishOutcomes } = dataOf(
    await hub.as<{ readonly publishOutcomes: { readonly publishedOutcomes: { readonly id: string } } }>(
      "supervisor",
      mutation,
      { input },
    ),
  );
  const list = "{ programs { publishedOutcomes(first: 1) { edges { node { id outcomes { asOf comparator } } } } } }";
  expect(dataOf(await hub.as("analyst", list))).toMatchObject({
    programs: [
      {
        publishedOutcomes: {
          edges: [
            {
              node: {
                id: publishOutcomes.publishedOutcomes.id,
                outcomes: { asOf: question.asOf, comparator: question.comparator },
              },
            },
          ],
        },
      },
    ],
  });
});
