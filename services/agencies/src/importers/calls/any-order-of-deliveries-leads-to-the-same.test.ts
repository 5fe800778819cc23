import { array, assert, asyncProperty, constantFrom, nat, record, shuffledSubarray, type Arbitrary } from "fast-check";

import { plainHeader, plainMap, startCallFeed, type CallFeed } from "./testing/callFeed";

let feed: CallFeed;

beforeAll(async () => {
  feed = await startCallFeed();
});
afterAll(() => feed.stop());

/** Few numbers, hours and codes, so that deliveries meet: late ones, corrections, two of one hour, circles. */
const delivery = record({
  number: constantFrom("1", "2", "3", "4"),
  hour: constantFrom("", "08", "09", "10"),
  code: constantFrom("", "A", "B"),
  beat: constantFrom("", "1", "2"),
  replaced: constantFrom("", "", "", "1", "2", "3", "5"),
  replaces: constantFrom("", "", "1", "2 5", "3|4", "5;1"),
});

const map = { ...plainMap, replaces: "replaces" };

const rowOf = ({ number, hour, code, beat, replaced, replaces }: Delivery): string =>
  `${number},2024-03-01 08:00,${hour === "" ? "" : `2024-03-01 ${hour}:00`},${code},${beat},${replaced},${replaces}`;

type Delivery = typeof delivery extends Arbitrary<infer T> ? T : never;

interface Order {
  readonly rows: readonly string[];
  /** After how many rows a file ends; the rest is the last one. */
  readonly cuts: readonly number[];
  readonly partRows: number;
}

const orderOf = (deliveries: readonly Delivery[]): Arbitrary<Order> => {
  const twice = [...deliveries, ...deliveries].map(rowOf);
  return record({
    rows: shuffledSubarray(twice, { minLength: twice.length, maxLength: twice.length }),
    cuts: array(nat({ max: twice.length }), { maxLength: 3 }),
    partRows: constantFrom(1, 3, 100),
  });
};

async function stateAfter({ rows, cuts, partRows }: Order): Promise<unknown> {
  await feed.empty();
  const ends = [...cuts].sort((left, right) => left - right);
  const files = [0, ...ends].map((start, index) => rows.slice(start, ends[index] ?? rows.length));
  for (const file of files) {
    const { total } = await feed.bring([`${plainHeader},replaces`, ...file, ""].join("\n"), { map, partRows });
    expect(total.rowsIn).toBe(total.loaded + total.updated + total.unchanged + total.rejected);
    expect([total.rowsIn, total.rejected]).toEqual([file.length, 0]);
  }
  const calls = await feed.calls(
    "incident_number, received_at, source_updated_at, nature_code, common_code, beat, replaced_by, replaces, counted_as",
  );
  const replacements = await feed.owner(
    "SELECT incident_number, replaced_by, source_updated_at FROM call_replacement ORDER BY 1, 2",
  );
  return {
    calls,
    replacements,
    codes: await feed.owner("SELECT code, text, common_code FROM nature_code ORDER BY code"),
  };
}

test("any permutation, split and duplication of deliveries that say when they changed leads to the same state", async () => {
  const orders = array(delivery, { minLength: 1, maxLength: 8 }).chain((deliveries) =>
    record({ given: orderOf(deliveries), other: orderOf(deliveries) }),
  );
  await assert(
    asyncProperty(orders, async ({ given, other }) => {
      expect(await stateAfter(other)).toEqual(await stateAfter(given));
    }),
    { numRuns: 25 },
  );
}, 120_000);
