import { readFile } from "node:fs/promises";
import path from "node:path";

import { seedCounty } from "@corespond/hub";

import { countyFacts } from "../prove/countyFacts.mjs";
import { dataOf } from "./harness/graphClient";
import { startTestHub, type TestHub } from "./harness/startTestHub";

let hub: TestHub;

/** Seeds the county in the hub under test. */
async function seed(): Promise<void> {
  const slice = (name: string) => () => {
    const running = hub.hub.slices[name];
    if (!running) throw new Error(`The slice ${name} does not run.`);
    return running.systemContext("seed");
  };
  const slices = { agencies: slice("agencies"), people: slice("people"), referrals: slice("referrals") };
  await seedCounty(slices, () => undefined);
}

/** Calls with a subject whose facts have not reached the referrals slice yet. */
async function waiting(): Promise<number> {
  const [open] = await hub.databases.owner<{ count: number }>(
    "agencies",
    "SELECT count(*)::int AS count, pg_sleep(0.05) FROM outbox WHERE published_at IS NULL",
  );
  return open?.count ?? 0;
}

beforeAll(async () => {
  hub = await startTestHub();
  await seed();
  while ((await waiting()) > 0) continue;
}, 180_000);
afterAll(async () => {
  await hub.stop();
});

test("the graph tells the program's story as of 31 August 2021, each number from rows", async () => {
  const { brooklynPark, ...county } = await countyFacts(hub.as);
  expect(county).toEqual({
    since: 2019,
    agenciesActive: 14,
    agenciesJoining: 7,
    cities: 29,
    socialWorkers: 12,
    peopleReached2020: 1_735,
  });
  expect(brooklynPark).toMatchObject({
    residents: 25,
    changeAfterSixMonths: -0.85,
    comparator: "SAME_THRESHOLD_NOT_ENROLLED",
    caution: "REGRESSION_TO_MEAN",
  });
  expect(brooklynPark.shareOfCalls).toBeGreaterThan(0.3);
  expect(brooklynPark.shareOfCalls).toBeLessThan(0.37);
  expect(brooklynPark.adjustedChange).toBeGreaterThan(-0.85);
  expect(brooklynPark.adjustedChange).toBeLessThan(-0.5);
});

test("README's questions about the county are answered", async () => {
  const readme = await readFile(path.join(__dirname, "../../README.md"), "utf8");
  const [, section = ""] = /## What the program achieves\n(.*?)\n## /s.exec(readme) ?? [];
  const questions = [...section.matchAll(/```graphql\n(.*?)```/gs)].map(([, question = ""]) => question);
  expect(questions).toHaveLength(3);
  for (const question of questions) {
    const { programs } = dataOf(
      await hub.as<{ programs: readonly Readonly<Record<string, unknown>>[] }>("supervisor", question),
    );
    for (const value of Object.values(programs[0] ?? {})) expect(value).not.toBeNull();
  }
});

test("an analyst reads the same figures, and no resident", async () => {
  const query = `{ programs { peopleReached(period: { from: "2020-01-01", to: "2020-12-31" }) { persons } }
    referrals(first: 1) { totalCount } agency(ori: "MN0270300") { repeatCallers(codeSet: { name: "behavioral-health" }, since: "2020-09-01", until: "2021-03-02") { persons callers(first: 1) { totalCount } } } }`;
  expect(dataOf(await hub.as("analyst", query))).toMatchObject({
    programs: [{ peopleReached: { persons: 1_735 } }],
    referrals: { totalCount: 0 },
    agency: { repeatCallers: { persons: 37, callers: null } },
  });
});

test("seeding again changes nothing", async () => {
  const counts = async (): Promise<readonly unknown[]> =>
    await Promise.all(
      ["people.person_record", "agencies.call_for_service", "agencies.call_subject", "referrals.referral"].map(
        async (table) => {
          const [slice = "", name = ""] = table.split(".");
          return (await hub.databases.owner<{ count: string }>(slice, `SELECT count(*) FROM ${name}`))[0]?.count;
        },
      ),
    );
  const before = await counts();
  await seed();
  expect(await counts()).toEqual(before);
});
