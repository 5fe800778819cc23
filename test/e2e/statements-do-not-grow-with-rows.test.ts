import { countStatements, listQuery, workReferrals } from "../prove/statementsPerQuery.mjs";
import { dataOf } from "./harness/graphClient";
import { startTestHub, type TestHub } from "./harness/startTestHub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
}, 120_000);
afterAll(async () => {
  await hub.stop();
});

test("a list over four slices takes as many statements at 60 more rows as at 10 more", async () => {
  const list = async (): Promise<number> =>
    dataOf(await hub.as<{ referrals: { edges: readonly unknown[] } }>("supervisor", listQuery)).referrals.edges.length;
  await workReferrals(hub.as, 10);
  const few = await list();
  const atFew = await countStatements(list);
  await workReferrals(hub.as, 50);
  const many = await list();
  expect(many).toBe(few + 50);
  expect(await countStatements(list)).toEqual(atFew);
}, 120_000);
