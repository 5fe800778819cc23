import { plainHeader, startCallFeed, type CallFeed } from "./testing/callFeed";

let feed: CallFeed;

beforeAll(async () => {
  feed = await startCallFeed();
});
afterEach(() => feed.empty());
afterAll(() => feed.stop());

const rows = (...lines: readonly string[]): string => [plainHeader, ...lines, ""].join("\n");

test("what is new is loaded, the same again is unchanged", async () => {
  const two = rows(
    "24-1,2024-03-01 08:00:00,2024-03-01 09:00:00,WELF,4,",
    "24-2,2024-07-01 08:00,2024-07-01T09:00:00Z,,,",
  );
  expect((await feed.bring(two)).total).toEqual({
    ...{ rowsIn: 2, loaded: 2, updated: 0, unchanged: 0, rejected: 0, warnings: 0 },
  });
  const stored = await feed.calls("incident_number, received_at, source_updated_at, nature_code, common_code, beat");
  expect(stored).toEqual([
    {
      incident_number: "24-1",
      received_at: new Date("2024-03-01T14:00:00Z"),
      source_updated_at: new Date("2024-03-01T15:00:00Z"),
      nature_code: "WELF",
      common_code: null,
      beat: "4",
    },
    {
      incident_number: "24-2",
      received_at: new Date("2024-07-01T13:00:00Z"),
      source_updated_at: new Date("2024-07-01T09:00:00Z"),
      nature_code: null,
      common_code: null,
      beat: null,
    },
  ]);
  expect((await feed.bring(two)).total).toMatchObject({ rowsIn: 2, loaded: 0, updated: 0, unchanged: 2 });
  expect(await feed.calls("incident_number, received_at, source_updated_at, nature_code, common_code, beat")).toEqual(
    stored,
  );
});

test("a correction updates and is counted as such, a late delivery is not; what a call said is kept", async () => {
  await feed.bring(rows("24-1,2024-03-01 08:00:00,2024-03-01 09:00:00,WELF,4,"));
  const corrected = await feed.bring(rows("24-1,2024-03-01 08:00:00,2024-03-01 11:00:00,EDP,5,"));
  expect(corrected.total).toMatchObject({ loaded: 0, updated: 1, unchanged: 0 });
  const late = await feed.bring(rows("24-1,2024-03-01 08:00:00,2024-03-01 10:00:00,LATE,6,"));
  expect(late.total).toMatchObject({ loaded: 0, updated: 0, unchanged: 1 });
  expect(await feed.calls("nature_code, beat")).toEqual([{ nature_code: "EDP", beat: "5" }]);
  expect(
    await feed.owner(`SELECT h.nature_code, h.beat, h.superseded_at = c.changed_at AS follows
      FROM call_history h JOIN call_for_service c ON c.id = h.call_id`),
  ).toEqual([{ nature_code: "WELF", beat: "4", follows: true }]);
});

test("of several rows of one incident in a file the newest counts, and the others are unchanged", async () => {
  const summary = await feed.bring(
    rows(
      "24-1,2024-03-01 08:00:00,2024-03-01 09:00:00,WELF,4,",
      "24-1,2024-03-01 08:00:00,2024-03-01 12:00:00,EDP,4,",
      "24-1,2024-03-01 08:00:00,2024-03-01 10:00:00,SUSP,4,",
    ),
  );
  expect(summary.total).toMatchObject({ rowsIn: 3, loaded: 1, updated: 0, unchanged: 2 });
  expect(await feed.calls("nature_code")).toEqual([{ nature_code: "EDP" }]);
});

test("without a column of changes the later delivery counts", async () => {
  const map = { incidentNumber: "incident", receivedAt: "received", natureCode: "nature" };
  await feed.bring("incident,received,nature\n24-1,2024-03-01 08:00,WELF\n24-1,2024-03-01 08:00,EDP\n", { map });
  const again = await feed.bring("incident,received,nature\n24-1,2024-03-01 08:00,WELF\n", { map });
  expect(again.total).toMatchObject({ updated: 1 });
  expect(await feed.calls("nature_code")).toEqual([{ nature_code: "WELF" }]);
});

test("a newer row that says the same corrects nothing, but makes what is between them late", async () => {
  await feed.bring(rows("24-1,2024-03-01 08:00:00,2024-03-01 09:00:00,WELF,4,"));
  const same = await feed.bring(rows("24-1,2024-03-01 08:00:00,2024-03-01 12:00:00,WELF,4,"));
  const between = await feed.bring(rows("24-1,2024-03-01 08:00:00,2024-03-01 10:00:00,EDP,4,"));
  expect([same.total.unchanged, between.total.unchanged]).toEqual([1, 1]);
  expect(await feed.calls("nature_code")).toEqual([{ nature_code: "WELF" }]);
  expect(await feed.owner("SELECT FROM call_history")).toEqual([]);
});

test("what a map does not name stays as it is when a call is corrected", async () => {
  await feed.bring(
    "incident,received,closed,beat\n24-1,2024-03-01 08:00,2024-03-01 09:00,4\n24-2,2024-03-01 08:00,2024-03-01 12:00,4\n",
    { map: { incidentNumber: "incident", receivedAt: "received", closedAt: "closed", beat: "beat" } },
  );
  const map = { incidentNumber: "incident", receivedAt: "received" };
  const corrected = "incident,received\n24-1,2024-03-01 10:00\n24-2,2024-03-01 10:00\n";
  expect((await feed.bring(corrected, { map })).total).toMatchObject({ updated: 2 });
  // The first was closed before it was received, as is known now.
  expect(await feed.calls("beat, closed_at")).toEqual([
    { beat: "4", closed_at: null },
    { beat: "4", closed_at: new Date("2024-03-01T18:00:00Z") },
  ]);
});

test("a file that is not there is an error that says so", async () => {
  await expect(feed.bring("", { path: "/nowhere/calls.csv" })).rejects.toMatchObject({ kind: "MISSING_FILE" });
});

test("a dry run says what it would do, over all parts, and keeps nothing", async () => {
  const summary = await feed.bring(
    rows("24-1,2024-03-01 08:00,2024-03-01 09:00,A,,", "24-1,2024-03-01 08:00,2024-03-01 10:00,B,,"),
    { dryRun: true, partRows: 1 },
  );
  expect(summary).toMatchObject({ dryRun: true, total: { rowsIn: 2, loaded: 1, updated: 1 } });
  expect(await feed.calls("incident_number")).toEqual([]);
  expect(await feed.owner("SELECT FROM call_import")).toEqual([]);
});
