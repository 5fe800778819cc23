import { oris, plainHeader, plainMap, startCallFeed, type CallFeed } from "./testing/callFeed";
import { agencies } from "../../testing/testIds";
import { viewers } from "../../testing/testViewers";
import { importCalls } from "./importCalls";

let feed: CallFeed;

beforeAll(async () => {
  feed = await startCallFeed();
});
afterEach(() => feed.empty());
afterAll(() => feed.stop());

const failing = async (rows: string, options: Parameters<CallFeed["bring"]>[1] = {}): Promise<string> => {
  const message = await feed.bring(rows, options).then(
    () => "nothing failed",
    (error: unknown) => (error as Error).message,
  );
  expect(await feed.calls("incident_number")).toEqual([]);
  return message;
};

const one = `${plainHeader}\n24-1,2024-03-01 08:00,2024-03-01 09:00,WELF,4,\n`;

test("a map that is wrong says which field", async () => {
  expect(
    await failing(one, { map: { ...plainMap, receivedAt: { column: "received", format: "HH:mm" }, nature: "x" } }),
  ).toBe(
    'the map of columns: receivedAt.format: must be a form of yyyy, MM, dd, HH or hh with a, mm and ss; the map: Unrecognized key: "nature". Correct these fields.',
  );
  expect(await failing(one, { map: { receivedAt: "received" } })).toContain("incidentNumber: ");
  expect(await failing(one, { map: { ...plainMap, location: "a", city: "b", latitude: "c" } })).toMatch(
    /location: must not be named beside street or city; latitude: must be named with longitude/,
  );
  expect(await failing(one, { codes: { WELF: { common: "UNKNOWN" } } })).toContain(
    "WELF.common: must be a code of APCO's list",
  );
  expect(await failing(one, { timeZone: "Mars/Olympus" })).toContain('"Mars/Olympus" is no time zone');
  expect(await failing("incident,received\n", {})).toContain(
    'the header lacks "nature", "beat", "replaced", "updated"',
  );
});

test("columns that look like remarks or criminal history are refused by name, unless the map allows them", async () => {
  const rows = (column: string): string => `incident,received,${column}\n24-1,2024-03-01 08:00,something\n`;
  const map = { incidentNumber: "incident", receivedAt: "received" };
  for (const column of ["Remarks", "CALL_COMMENTS", "narrative", "Notes", "criminal_history", "NCIC", "Warrants"]) {
    expect(await failing(rows(column), { map })).toContain(`the file has "${column}", which looks like remarks`);
  }
  expect(await failing(rows("disp_notes"), { map: { ...map, disposition: "disp_notes" } })).toContain('"disp_notes"');
  const allowed = await feed.bring(rows("Historic District"), { map: { ...map, allow: ["Historic District"] } });
  expect(allowed).toMatchObject({ total: { loaded: 1, warnings: 0 }, ignoredColumns: ["Historic District"] });
});

test("all that a map can name is stored", async () => {
  const map = {
    incidentNumber: "no",
    receivedAt: { date: "day", time: "clock", format: "MM/dd/yyyy HH:mm" },
    answeredAt: "answered",
    closedAt: "closed",
    natureCode: "code",
    natureText: "text",
    priority: "priority",
    disposition: "how it ended",
    beat: "beat",
    location: "place",
    latitude: "lat",
    longitude: "lon",
    splitFrom: "split",
    delimiter: ";",
  };
  const summary = await feed.bring(
    [
      "no;day;clock;answered;closed;code;text;priority;how it ended;beat;place;lat;lon;split;unit",
      '24-7;07/04/2024;23:59;2024-07-05 00:01;2024-07-05T06:00:00Z;W1;"Check; welfare";3;ADVISED;B2;  12 Example  St,Exampleville;44.5;-93.5;24-6;3B',
      "",
    ].join("\n"),
    { map },
  );
  expect(summary).toMatchObject({ total: { loaded: 1, warnings: 0 }, ignoredColumns: ["unit"] });
  const [call] =
    await feed.calls(`received_at, answered_at, closed_at, nature_code, nature_text, priority, disposition, beat,
    address_street, address_city, place, c.latitude, c.longitude, split_from, counted_as`);
  expect(call).toEqual({
    received_at: new Date("2024-07-05T04:59:00Z"),
    answered_at: new Date("2024-07-05T05:01:00Z"),
    closed_at: new Date("2024-07-05T06:00:00Z"),
    nature_code: "W1",
    nature_text: "Check; welfare",
    priority: 3,
    disposition: "ADVISED",
    beat: "B2",
    address_street: "12 Example  St",
    address_city: "Exampleville",
    place: "12 EXAMPLE ST|EXAMPLEVILLE",
    latitude: 44.5,
    longitude: -93.5,
    split_from: "24-6",
    counted_as: null,
  });
});

test("a feed of several agencies gives each its own calls; one that is not known stops it, or its rows", async () => {
  const map = {
    ...plainMap,
    agency: { column: "pd", values: { BROOKLYN: oris.brooklynPark, BLOOMINGTON: oris.bloomington } },
  };
  const rows = [
    `pd,${plainHeader}`,
    "BROOKLYN,24-1,2024-03-01 08:00,2024-03-01 09:00,,,",
    "BLOOMINGTON,24-1,2024-03-01 08:00,2024-03-01 09:00,,,",
    "EDINA,24-2,2024-03-01 08:00,2024-03-01 09:00,,,",
    "",
  ].join("\n");
  expect((await feed.bring(rows, { map })).total).toMatchObject({ rowsIn: 3, loaded: 2, rejected: 1 });
  expect(feed.report()).toMatchObject([{ line: 4, field: "pd", value: "EDINA", code: "UNKNOWN_AGENCY" }]);
  expect(await feed.calls("agency_id, incident_number")).toEqual([
    { agency_id: agencies.bloomington, incident_number: "24-1" },
    { agency_id: agencies.brooklynPark, incident_number: "24-1" },
  ]);
  await feed.empty();
  const elsewhere = { ...map, agency: { column: "pd", values: { ELSEWHERE: "MN0620000" } } };
  expect(await failing(rows, { map: elsewhere })).toContain("no agency here has the ORI MN0620000");
  expect(await failing(one, { agency: "MN0620000" })).toContain("no agency here has the ORI MN0620000");
  const byOri = { ...plainMap, agency: { column: "pd" } };
  expect((await feed.bring(rows.replace("BROOKLYN", oris.southLake), { map: byOri })).total).toMatchObject({
    loaded: 1,
    rejected: 2,
  });
});

test("local codes stand for common codes, by agency; those that do not are kept and listed", async () => {
  const rows = `${plainHeader}\n${["WELF", "WELF", "XYZ", "EDP1", ""].map((code, index) => `24-${index},2024-03-01 08:00,2024-03-01 09:00,${code},,`).join("\n")}\n`;
  const first = await feed.bring(rows, {
    codes: { WELF: { text: "Welfare check", common: "WELFARE" }, NONE: { common: null } },
  });
  expect(first.unmappedCodes).toEqual([
    { code: "EDP1", rows: 1 },
    { code: "XYZ", rows: 1 },
  ]);
  const codes = "SELECT code, text, common_code FROM nature_code ORDER BY code";
  expect(await feed.owner(codes)).toEqual([
    { code: "EDP1", text: null, common_code: null },
    { code: "NONE", text: null, common_code: null },
    { code: "WELF", text: "Welfare check", common_code: "WELFARE" },
    { code: "XYZ", text: null, common_code: null },
  ]);
  const later = await feed.bring(rows, { codes: { EDP1: { common: "EDP" } } });
  expect(later).toMatchObject({ total: { unchanged: 5 }, unmappedCodes: [{ code: "XYZ", rows: 1 }] });
  expect(await feed.calls("common_code")).toEqual(
    ["WELFARE", "WELFARE", null, "EDP", null].map((common_code) => ({ common_code })),
  );
  expect(await feed.owner("SELECT incident_number, common_code FROM call_history")).toEqual([
    { incident_number: "24-3", common_code: null },
  ]);
});

test("what cannot be is rejected with its line, field, value and reason; what is odd is left out, and the call kept", async () => {
  const map = {
    incidentNumber: "no",
    receivedAt: "received",
    closedAt: "closed",
    priority: "priority",
    natureCode: "code",
    latitude: "lat",
    longitude: "lon",
  };
  const summary = await feed.bring(
    [
      "no,received,closed,priority,code,lat,lon",
      ",2024-03-01 08:00,,,,,",
      "24-2,,,,,,",
      "24-3,yesterday,,,,,",
      "24-4,2999-01-01 08:00,,,,,",
      "24-5,2024-03-01 08:00",
      "24-6,2024-03-01 08:00,2024-03-01 07:00,P1,CODE,95,-93",
      `24-7,2024-03-10 02:30,2024-11-03 01:30,1,${"x".repeat(60)},,`,
      "",
    ].join("\n"),
    { map },
  );
  expect(summary).toMatchObject({
    total: { rowsIn: 7, loaded: 2, rejected: 5, warnings: 4 },
    dst: { gaps: 1, overlaps: 1 },
  });
  expect(feed.report().map(({ line, field, code, value }) => [line, field, code, value])).toEqual([
    [2, "no", "INVALID_NUMBER", ""],
    [3, "received", "MISSING_VALUE", null],
    [4, "received", "INVALID_TIME", "yesterday"],
    [5, "received", "INVALID_TIME", "2999-01-01 08:00"],
    [6, null, "RAGGED_ROW", "24-5,2024-03-01 08:00"],
    [7, "closed", "INVALID_TIME", "2024-03-01 07:00"],
    [7, "lat", "INVALID_COORDINATE", "95"],
    [7, "priority", "INVALID_PRIORITY", "P1"],
    [8, "code", "TOO_LONG", "x".repeat(60)],
  ]);
  expect(await feed.calls("incident_number, closed_at, priority, nature_code, c.latitude")).toEqual([
    { incident_number: "24-6", closed_at: null, priority: null, nature_code: "CODE", latitude: null },
    {
      incident_number: "24-7",
      closed_at: new Date("2024-11-03T06:30:00Z"),
      priority: 1,
      nature_code: "x".repeat(50),
      latitude: null,
    },
  ]);
});

test("a row that is not UTF-8 is rejected by its line and column, a header that is not stops the import", async () => {
  const rows = one.replace("WELF", "W\u00c9LF");
  const path = feed.write("latin1.csv", Buffer.from(`${rows}24-2,2024-03-01 08:00,,WELF,4,\n`, "latin1"));
  expect((await feed.bring("", { path })).total).toMatchObject({ rowsIn: 2, loaded: 1, rejected: 1 });
  expect(feed.report()).toMatchObject([
    {
      ...{ line: 2, field: "nature", code: "INVALID_UTF8", value: "W\ufffdLF" },
      reason: "is not valid UTF-8 on line 2; save the file as UTF-8",
    },
  ]);
  await feed.empty();
  const header = feed.write("header.csv", Buffer.from(one.replace("nature", "n\u00e4me"), "latin1"));
  expect(await failing("", { path: header })).toContain("the header is not valid UTF-8. Save the file as UTF-8.");
});

test("nobody but the hub itself imports, in the code and in the database", async () => {
  const context = { ...feed.slice.systemContext("import"), viewer: { ...viewers.administrator, exp: 0 } };
  const options = { path: feed.write("calls.csv", one), agency: oris.brooklynPark, map: plainMap, timeZone: "UTC" };
  await expect(importCalls(() => context, options)).rejects.toThrow(/Only the hub itself/);
  const unsigned = { ...feed.slice.systemContext("import"), viewerToken: "nobody" };
  await expect(importCalls(() => unsigned, options)).rejects.toThrow(/row-level security/);
  expect(await feed.calls("incident_number")).toEqual([]);
});
