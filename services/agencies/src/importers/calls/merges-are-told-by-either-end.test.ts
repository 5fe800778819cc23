import { array, assert, asyncProperty, constantFrom, record, type Arbitrary } from "fast-check";

import { testId } from "../../testing/testIds";
import { startCallFeed, type CallFeed } from "./testing/callFeed";

let feed: CallFeed;

beforeAll(async () => {
  feed = await startCallFeed();
});
afterEach(() => feed.empty());
afterAll(() => feed.stop());

const map = {
  incidentNumber: "incident",
  receivedAt: "received",
  updatedAt: "updated",
  replacedBy: "replaced",
  replaces: "replacing",
} as const;

/** Rows `number updated-at-hour replaced-by replaces`, `-` for nothing. */
const rows = (...calls: readonly string[]): string =>
  `incident,received,updated,replaced,replacing\n${calls
    .map((call) => call.split(" ").map((value) => (value === "-" ? "" : value)))
    .map(([number, hour, replaced = "", ...replacing]) =>
      [number, "2024-03-01 08:00", `2024-03-01 ${hour}:00`, replaced, replacing.join(" ")].join(","),
    )
    .join("\n")}\n`;

const bring = async (calls: readonly string[], partRows = 100): Promise<number> =>
  (await feed.bring(rows(...calls), { map, partRows })).total.warnings;

const countedAs = async (): Promise<Readonly<Record<string, string | null>>> => {
  const stored = (await feed.calls("incident_number, counted_as")) as readonly {
    readonly incident_number: string;
    readonly counted_as: string | null;
  }[];
  return Object.fromEntries(stored.map((call) => [call.incident_number, call.counted_as]));
};

const warned = (): readonly unknown[] =>
  feed.report().map(({ line, code, field, value }) => [line, code, field, value]);

test("what the survivor says leads to what the replaced would say, in any order of arrival", async () => {
  const calls = ["D 10 - C", "C 10 - B|E", "B 10 - A;A", "A 10", "E 10"];
  const expected = { A: "D", B: "D", C: "D", D: null, E: "D" };
  expect(await bring(calls)).toBe(0);
  expect(await countedAs()).toEqual(expected);
  for (const order of [calls, calls.toReversed()]) {
    await feed.empty();
    expect(await bring(order, 1)).toBe(0);
    expect(await countedAs()).toEqual(expected);
    await feed.empty();
    for (const call of order) await bring([call]);
    expect(await countedAs()).toEqual(expected);
  }
});

test("a chain leads through an incident whose own call has not come, or comes by a feed that tells of no merges", async () => {
  await bring(["C 10 - B", "A 10 B"]);
  expect(await countedAs()).toEqual({ A: "C", C: null });
  const { incidentNumber, receivedAt } = map;
  const plain = "incident,received\nB,2024-03-01 08:00\n";
  await feed.bring(plain, { map: { incidentNumber, receivedAt } });
  expect(await countedAs()).toEqual({ A: "C", B: "C", C: null });
});

test("what the survivor no longer says is taken back, history says what counted when, and the same again is unchanged", async () => {
  const first = rows("A 10", "B 10 - A", "C 10 - B X");
  await feed.bring(first, { map });
  expect(await countedAs()).toEqual({ A: "C", B: "C", C: null });
  expect((await feed.bring(first, { map })).total).toMatchObject({ unchanged: 3, updated: 0, warnings: 0 });
  expect((await feed.bring(rows("C 11 - X B"), { map })).total).toMatchObject({ unchanged: 1, updated: 0 });
  expect(await feed.owner("SELECT FROM call_history")).toEqual([]);
  expect((await feed.bring(rows("C 12 - X"), { map })).total).toMatchObject({ updated: 1 });
  expect(await countedAs()).toEqual({ A: "B", B: null, C: null });
  expect((await feed.bring(rows("C 11 - B"), { map })).total).toMatchObject({ unchanged: 1 });
  expect(await countedAs()).toEqual({ A: "B", B: null, C: null });
  expect(await feed.owner("SELECT incident_number, counted_as FROM call_history ORDER BY incident_number")).toEqual([
    { incident_number: "A", counted_as: "C" },
    { incident_number: "B", counted_as: "C" },
    { incident_number: "C", counted_as: null },
  ]);
});

test("where both ends say and disagree, the replaced one's own row counts, and both rows are reported", async () => {
  expect(await bring(["S 10 - R", "R 10 T"])).toBe(2);
  expect(warned()).toEqual([
    [2, "MERGE_DISAGREEMENT", "replacing", "R"],
    [3, "MERGE_DISAGREEMENT", "replaced", "T"],
  ]);
  expect(await countedAs()).toEqual({ R: "T", S: null });
  await feed.empty();
  expect(await bring(["S 10 - R"])).toBe(0);
  expect(await countedAs()).toEqual({ S: null });
  expect(await bring(["R 10 T"])).toBe(1);
  expect(await countedAs()).toEqual({ R: "T", S: null });
  expect(await bring(["R 11"])).toBe(0);
  expect(await countedAs()).toEqual({ R: "S", S: null });
});

test("of two survivors that say so the newer counts, and the other is reported", async () => {
  await bring(["R 10", "S 11 - R"]);
  expect(await bring(["T 10 - R"])).toBe(1);
  expect(warned()).toEqual([[2, "MERGE_DISAGREEMENT", "replacing", "R"]]);
  expect(await countedAs()).toEqual({ R: "S", S: null, T: null });
  expect(await bring(["T 12 - R"])).toBe(0);
  expect(await countedAs()).toEqual({ R: "T", S: null, T: null });
});

test("incidents that replaced each other in a circle count as their own, and are reported", async () => {
  expect(await bring(["A 10 - B", "B 10 - A", "C 10 A", "D 10 - D"])).toBe(3);
  expect(warned()).toEqual([
    [2, "MERGE_CIRCLE", "replaced", "A"],
    [3, "MERGE_CIRCLE", "replaced", "B"],
    [4, "MERGE_CIRCLE", "replaced", "C"],
  ]);
  expect(await countedAs()).toEqual({ A: null, B: null, C: null, D: null });
  await bring(["B 11"]);
  expect(await countedAs()).toEqual({ A: null, B: "A", C: "A", D: null });
});

test("other slices are told of the replaced call with a person in it, which the file does not name", async () => {
  await bring(["A 10", "B 10"]);
  await feed.owner(
    `INSERT INTO call_subject (call_id, agency_id, record_id, role, position)
     SELECT id, agency_id, $1, 'SUBJECT', 1 FROM call_for_service WHERE incident_number = 'A'`,
    [testId(0x100)],
  );
  await bring(["B 11 - A"]);
  expect(await feed.owner("SELECT type, payload ->> 'incidentNumber' AS number FROM outbox")).toEqual([
    { type: "call.recorded", number: "B" },
  ]);
});

test("numbers are taken as they stand; what cannot be one, or is too many, is left out with a warning", async () => {
  const odd = String.raw`a"b,{\c}`;
  const header = "incident,received,replacing\n";
  const many = Array.from({ length: 101 }, (_, index) => `M-${index}`).join(" ");
  const cells = [`"${odd.replaceAll('"', '""')} | plain;;"`, `"${"x".repeat(51)};kept"`, `"${many}"`];
  const file = `${header}${cells.map((cell, index) => `24-${index},2024-03-01 08:00,${cell}\n`).join("")}`;
  const { incidentNumber, receivedAt, replaces } = map;
  await feed.bring(file, { map: { incidentNumber, receivedAt, replaces } });
  expect(warned().map((entry) => (entry as readonly unknown[]).slice(0, 3))).toEqual([
    [3, "INVALID_NUMBER", "replacing"],
    [4, "TOO_LONG", "replacing"],
  ]);
  expect(await feed.calls("replaces[1:2] AS replaces, cardinality(replaces) AS count")).toEqual([
    { replaces: [odd, "plain"], count: 2 },
    { replaces: ["kept"], count: 1 },
    { replaces: ["M-0", "M-1"], count: 100 },
  ]);
});

test("an agency's survivors replace its own incidents only", async () => {
  const file = "pd,incident,received,replacing\nMN0270300,S,2024-03-01 08:00,R\nMN0270100,R,2024-03-01 08:00,\n";
  const { incidentNumber, receivedAt, replaces } = map;
  await feed.bring(file, { map: { incidentNumber, receivedAt, replaces, agency: { column: "pd" } } });
  expect(await countedAs()).toEqual({ R: null, S: null });
});

/** By which incident each of six was replaced, if by any, and which end tells of it. */
const merges = array(
  record({ by: constantFrom("", "1", "2", "3", "4", "5", "6"), end: constantFrom("REPLACED", "REPLACING", "BOTH") }),
  { minLength: 6, maxLength: 6 },
);

type Merges = typeof merges extends Arbitrary<infer T> ? T : never;

/** The rows of a feed that tells of them so. */
const feedOf = (told: Merges): readonly string[] =>
  told.map(({ by, end }, index) => {
    const number = String(index + 1);
    const replaced = told.flatMap((merge, other) =>
      merge.by === number && merge.end !== "REPLACED" ? [String(other + 1)] : [],
    );
    return `${number} 10 ${by === "" || end === "REPLACING" ? "-" : by} ${replaced.join(" ")}`.trim();
  });

test("any merges, circles too, count the same whichever end tells of them", async () => {
  await assert(
    asyncProperty(merges, constantFrom(1, 4, 100), async (told, partRows) => {
      await feed.empty();
      await bring(feedOf(told.map(({ by }) => ({ by, end: "REPLACED" }))));
      const expected = await countedAs();
      await feed.empty();
      await bring(feedOf(told), partRows);
      expect(await countedAs()).toEqual(expected);
    }),
    { numRuns: 40 },
  );
}, 120_000);
