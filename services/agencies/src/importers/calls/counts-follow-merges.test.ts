import { testId } from "../../testing/testIds";
import { plainHeader, startCallFeed, type CallFeed } from "./testing/callFeed";

let feed: CallFeed;

beforeAll(async () => {
  feed = await startCallFeed();
});
afterEach(() => feed.empty());
afterAll(() => feed.stop());

/** Rows `number updated-at-hour replaced-by`. */
const rows = (...calls: readonly string[]): string =>
  `${plainHeader}\n${calls
    .map((call) => call.split(" "))
    .map(([number, hour, replaced = ""]) => `${number},2024-03-01 08:00,2024-03-01 ${hour}:00,EDP,4,${replaced}`)
    .join("\n")}\n`;

const countedAs = async (): Promise<Readonly<Record<string, string | null>>> => {
  const stored = (await feed.calls("incident_number, counted_as")) as readonly {
    readonly incident_number: string;
    readonly counted_as: string | null;
  }[];
  return Object.fromEntries(stored.map((call) => [call.incident_number, call.counted_as]));
};

test("an incident counts as the one in which the chain of its replacements ends, in any order of arrival", async () => {
  const chain = ["A 10 B", "B 10 C", "C 10 D", "D 10", "E 10 B"];
  const expected = { A: "D", B: "D", C: "D", D: null, E: "D" };
  await feed.bring(rows(...chain));
  expect(await countedAs()).toEqual(expected);
  await feed.empty();
  for (const call of chain.toReversed()) await feed.bring(rows(call));
  expect(await countedAs()).toEqual(expected);
  await feed.empty();
  await feed.bring(rows("A 10 B", "E 10 B"));
  expect(await countedAs()).toEqual({ A: "B", E: "B" });
  await feed.bring(rows("C 10 D", "B 10 C"), { partRows: 1 });
  expect(await countedAs()).toEqual({ A: "D", B: "D", C: "D", E: "D" });
});

test("a replacement that is taken back takes back what led to it, and history says what counted when", async () => {
  await feed.bring(rows("A 10 B", "B 10 C"));
  await feed.bring(rows("B 11"));
  expect(await countedAs()).toEqual({ A: "B", B: null });
  expect(
    await feed.owner("SELECT incident_number, counted_as FROM call_history ORDER BY incident_number, superseded_at"),
  ).toEqual([
    { incident_number: "A", counted_as: "C" },
    { incident_number: "B", counted_as: "C" },
  ]);
});

test("incidents that replaced each other in a circle count as their own, and are reported", async () => {
  const summary = await feed.bring(rows("A 10 B", "B 10 C", "C 10 B", "D 10 D"));
  expect(summary.total).toMatchObject({ loaded: 4, warnings: 3 });
  expect(await countedAs()).toEqual({ A: null, B: null, C: null, D: null });
  expect(feed.report().map(({ line, code, value }) => [line, code, value])).toEqual([
    [2, "MERGE_CIRCLE", "A"],
    [3, "MERGE_CIRCLE", "B"],
    [4, "MERGE_CIRCLE", "C"],
  ]);
  await feed.bring(rows("C 11"));
  expect(await countedAs()).toEqual({ A: "C", B: "C", C: null, D: null });
});

test("other slices are told of changed calls with persons in them, as they count now, and of no other", async () => {
  await feed.bring(rows("A 10", "B 10", "C 10"));
  await feed.owner(
    `INSERT INTO call_subject (call_id, agency_id, record_id, role, position)
     SELECT id, agency_id, $1, 'SUBJECT', 1 FROM call_for_service WHERE incident_number <> 'C'`,
    [testId(0x100)],
  );
  await feed.bring(rows("A 10", "B 10", "C 11 X", "D 10"));
  expect(await feed.owner("SELECT FROM outbox")).toEqual([]);
  await feed.bring(rows("A 11 B", "B 11 C"), { codes: { EDP: { common: "EDP" } } });
  const told = await feed.owner(`SELECT type, payload ->> 'incidentNumber' AS number, payload ->> 'commonCode' AS code,
      payload ->> 'receivedAt' AS received, payload -> 'subjects' AS subjects, entity_id::text = payload ->> 'callId' AS same
    FROM outbox ORDER BY sequence`);
  const event = {
    ...{ type: "call.recorded", code: "EDP", received: "2024-03-01T14:00:00.000Z", same: true },
    subjects: [{ recordId: testId(0x100), role: "SUBJECT" }],
  };
  // First as the code changes, then as both are replaced.
  expect(
    told
      .slice(0, 2)
      .map(({ number }: { readonly number?: string }) => number)
      .sort(),
  ).toEqual(["A", "B"]);
  expect(told.slice(2)).toEqual([
    { ...event, number: "X" },
    { ...event, number: "X" },
  ]);
});
