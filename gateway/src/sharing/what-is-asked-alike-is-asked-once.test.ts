import type { ForeignSlice } from "../generic/testing/foreignSlice";
import { composedOf, startShopSlices } from "../generic/testing/shop";
import { ask, startTestGateway, type TestGateway } from "../generic/testing/startTestGateway";
import type { Sharing } from "./sharing";

let slices: readonly ForeignSlice[];
let gateway: TestGateway;
let release: () => void = () => undefined;
let held: Promise<void> = Promise.resolve();
let reached: () => void = () => undefined;

beforeAll(async () => {
  slices = await startShopSlices(() => {
    reached();
    return held;
  });
});
afterAll(() => Promise.all(slices.map((slice) => slice.stop())));
afterEach(() => gateway.stop());

const start = async (share: Sharing): Promise<void> => {
  gateway = await startTestGateway(composedOf(slices), { share });
};

/** Resolves once the slice of the reviews was asked so many times more. */
const arrivals = (count: number): Promise<void> =>
  new Promise((resolve) => {
    let left = count;
    reached = () => void ((left -= 1) === 0 && resolve());
  });

const counts = (): readonly number[] => slices.map(({ seen }) => seen.length);

/** Asks the same five times while the slice of the reviews holds its answer back. */
async function askFiveTimes(
  query: string,
): Promise<{ readonly asked: readonly number[]; readonly answers: unknown[] }> {
  const before = counts();
  held = new Promise((resolve) => (release = resolve));
  const arrived = new Promise<void>((resolve) => (reached = resolve));
  const first = ask(gateway.url, query);
  await arrived;
  const others = Array.from({ length: 4 }, () => ask(gateway.url, query));
  // Each is answered only after it has come, and a request that is not shared has to reach the slice first.
  await ask(gateway.url, "{ __typename }");
  release();
  const answers = await Promise.all([first, ...others]);
  return { asked: counts().map((count, index) => count - (before[index] ?? 0)), answers };
}

const query = "{ products { reviews { body } } }";

test("whole queries are executed once for all who ask the same at the same time", async () => {
  await start("requests");
  held = Promise.resolve();
  const alone = await ask(gateway.url, query);
  const { asked, answers } = await askFiveTimes(query);
  expect(asked).toEqual([1, 1]);
  for (const answer of answers) expect(answer).toEqual(alone);
});

test.each(["fetches", "requests"] as const)(
  "%s are shared only among those who send the slices the same headers",
  async (share) => {
    gateway = await startTestGateway(composedOf(slices), { share, forward: ["authorization"] });
    held = Promise.resolve();
    const asked = (who: string) => ask(gateway.url, query, { authorization: who });
    await asked("nobody");
    held = new Promise((resolve) => (release = resolve));
    const before = slices.map(({ seen }) => seen.length);
    const all = ["ada", "ada", "ben"].map(asked);
    await Promise.all([arrivals(2), ask(gateway.url, "{ __typename }")]);
    release();
    await Promise.all(all);
    const told = slices.map(({ seen }, index) => seen.slice(before[index]).map(({ headers }) => headers.authorization));
    expect(told[1]?.toSorted()).toEqual(["ada", "ben"]);
  },
);

test("a mutation is never shared", async () => {
  await start("requests");
  held = Promise.resolve();
  const change = 'mutation { rename(upc: "1", name: "Desk") { name } }';
  await ask(gateway.url, change);
  const before = counts();
  const answers = await Promise.all(Array.from({ length: 3 }, () => ask(gateway.url, change)));
  expect(counts()[0]).toBe((before[0] ?? 0) + 3);
  for (const answer of answers) expect(answer).toEqual({ data: { rename: { name: "Desk" } } });
});

test("without sharing, each asks for itself", async () => {
  await start("off");
  held = Promise.resolve();
  const before = counts();
  await Promise.all(Array.from({ length: 3 }, () => ask(gateway.url, query)));
  expect(counts().map((count, index) => count - (before[index] ?? 0))).toEqual([3, 3]);
});

test("reads of a slice that are under way serve others, and what they merge stays their own", async () => {
  await start("fetches");
  held = Promise.resolve();
  await ask(gateway.url, query);
  const { asked, answers } = await askFiveTimes(query);
  expect(asked[1]).toBe(1);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});
