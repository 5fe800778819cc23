import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import type { ImportProgress, ImportSummary } from "@corespond/kit";
import { startTestSlice, type TestSlice } from "@corespond/kit/testing";

import { createTestDatabase } from "../../../../test/kit/database.js";
import { agenciesSlice } from "../subgraph";
import { viewers } from "../testing/testViewers";
import { importAgencies, type ImportAgenciesOptions } from "./importAgencies";

const data = process.env["CORESPOND_DATA"] ?? path.join(__dirname, "../../../../../shared/data");
const hennepin = path.join(data, "hennepin_ori.csv");
const testWithData = existsSync(hennepin) ? test : test.skip;

let slice: TestSlice;
let folder: string;

beforeAll(async () => {
  slice = await startTestSlice(agenciesSlice, createTestDatabase);
  folder = mkdtempSync(path.join(tmpdir(), "agencies-"));
});

afterEach(async () => {
  await slice.owner("TRUNCATE agency CASCADE");
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await slice.stop();
});

const bring = async (options: ImportAgenciesOptions): Promise<ImportSummary> =>
  await importAgencies(slice.slice.systemContext("import"), options);

const header = "ori,county,latitude,longitude,agency_name,agency_type,is_nibrs,nibrs_start_date";

const file = (...rows: readonly string[]): string => {
  const written = path.join(folder, "agencies.csv");
  writeFileSync(written, [header, ...rows, ""].join("\n"));
  return written;
};

const stored = async (columns: string) =>
  await slice.owner<Record<string, unknown>>(`SELECT ${columns} FROM agency ORDER BY ori`);

testWithData(`Hennepin's agencies, of ${hennepin} where it is there: all load, once`, async () => {
  const progress: ImportProgress[] = [];
  const dry = await bring({ path: hennepin, dryRun: true, onProgress: (step) => progress.push(step) });
  expect(dry).toMatchObject({ dryRun: true, total: { rowsIn: 33, loaded: 33, unchanged: 0, rejected: 0 } });
  expect(progress.at(-1)).toMatchObject({ file: "hennepin_ori.csv", phase: "merging" });
  expect(await stored("id")).toEqual([]);

  expect((await bring({ path: hennepin })).total).toMatchObject({ rowsIn: 33, loaded: 33, unchanged: 0, rejected: 0 });
  const ids = await stored("id");
  expect((await bring({ path: hennepin })).total).toMatchObject({ rowsIn: 33, loaded: 0, unchanged: 33, rejected: 0 });
  expect(await stored("id")).toEqual(ids);

  const kinds = await slice.owner("SELECT kind, count(*)::int AS n FROM agency GROUP BY 1 ORDER BY 1");
  expect(kinds).toEqual(
    Object.entries({
      AIRPORT_POLICE: 1,
      CAMPUS_POLICE: 1,
      PARK_POLICE: 1,
      POLICE_DEPARTMENT: 27,
      SHERIFF: 1,
      STATE_PATROL: 1,
      TRANSIT_POLICE: 1,
    }).map(([kind, n]) => ({ kind, n })),
  );
  const { data: found } = await slice.run(
    viewers.anonymous,
    `{ agency(ori: "MN0270300") { name county nibrsSince coordinates { latitude longitude } } transit: agency(ori: "MN0274300") { coordinates { latitude } } patrol: agency(ori: "MNMHP0400") { name } }`,
  );
  expect(found).toEqual({
    agency: {
      name: "Brooklyn Park Police Department",
      county: "Hennepin",
      nibrsSince: "2020-01-01",
      coordinates: { latitude: 45.10883, longitude: -93.34976 },
    },
    transit: { coordinates: null },
    patrol: { name: "State Patrol: Golden Valley" },
  });
});

test("what cannot be is rejected with its line and field, what is odd is reported, the rest loads", async () => {
  const reportPath = path.join(folder, "report.jsonl");
  const summary = await bring({
    path: file(
      "MN0000100,LAC QUI PARLE,45.5,-93.5,Example Police Department,City,TRUE,2020-01-01",
      "MN000010,HENNEPIN,,,Short Police Department,City,TRUE,2020-01-01",
      "MN0000300,HENNEPIN,95,-93.5,North Police Department,City,TRUE,2020-01-01",
      "MN0000400,HENNEPIN,45.5,,Half Police Department,City,TRUE,2020-01-01",
      "MN0000500,HENNEPIN,,,Dateless Police Department,City,TRUE,01/02/2020",
      "MN0000600,HENNEPIN,,,Feverish Police Department,City,TRUE,2020-02-30",
      "MN0000700,HENNEPIN,,,,City,TRUE,2020-01-01",
      "MN0000800,HENNEPIN,45.5,-93.5,Neighbouring Police Department,City,FALSE,2020-01-01",
      "MN0000900,HENNEPIN,,,Bureau of Examples,,,",
      "MN0001000,,,,Example Transit Commission,,,",
      "MN0000100,HENNEPIN,,,Twin Police Department,City,TRUE,2020-01-01",
      "MN0001100,HENNEPIN,,,Maybe Police Department,City,MAYBE,2020-01-01",
    ),
    reportPath,
  });
  expect(summary.total).toEqual({ rowsIn: 12, loaded: 4, unchanged: 0, rejected: 8, warnings: 2 });
  const report = readFileSync(reportPath, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(report.map(({ line, field, code }) => [line, field, code]).sort(([a], [b]) => Number(a) - Number(b))).toEqual([
    [3, "ori", "INVALID_ORI"],
    [4, "latitude", "INVALID_COORDINATE"],
    [5, "longitude", "INVALID_COORDINATE"],
    [6, "nibrs_start_date", "INVALID_DATE"],
    [7, "nibrs_start_date", "INVALID_VALUE"],
    [8, "agency_name", "INVALID_NAME"],
    [9, "latitude", "SHARED_COORDINATE"],
    [10, "agency_type", "UNKNOWN_TYPE"],
    [12, "ori", "DUPLICATE_KEY"],
    [13, "is_nibrs", "INVALID_FLAG"],
  ]);
  expect(await stored("ori, kind, county, nibrs_since::text")).toEqual([
    { ori: "MN0000100", kind: "POLICE_DEPARTMENT", county: "Lac Qui Parle", nibrs_since: "2020-01-01" },
    { ori: "MN0000800", kind: "POLICE_DEPARTMENT", county: "Hennepin", nibrs_since: null },
    { ori: "MN0000900", kind: "OTHER", county: "Hennepin", nibrs_since: null },
    { ori: "MN0001000", kind: "TRANSIT_POLICE", county: null, nibrs_since: null },
  ]);
});

test("an agency that is there keeps its id and what the list does not know", async () => {
  const [id, dispatch] = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"];
  await slice.owner("INSERT INTO agency (id, name, kind) VALUES ($1, 'Example Dispatch', 'DISPATCH_CENTER')", [
    dispatch,
  ]);
  await slice.owner(
    "INSERT INTO agency (id, name, kind, ori, dispatched_by_id) VALUES ($1, 'Old name', 'OTHER', 'MN0000100', $2)",
    [id, dispatch],
  );
  const summary = await bring({ path: file("MN0000100,HENNEPIN,,,Example Police Department,City,TRUE,2020-01-01") });
  expect(summary.total).toMatchObject({ rowsIn: 1, loaded: 1 });
  expect(await slice.owner("SELECT id, name, kind, dispatched_by_id FROM agency WHERE ori IS NOT NULL")).toEqual([
    { id, name: "Example Police Department", kind: "POLICE_DEPARTMENT", dispatched_by_id: dispatch },
  ]);
});

test("a file with another header changes nothing and says what it lacks", async () => {
  const wrong = path.join(folder, "wrong.csv");
  writeFileSync(wrong, "ori,name\nMN0000100,Example\n");
  await expect(bring({ path: wrong })).rejects.toMatchObject({ kind: "BAD_HEADER" });
  await expect(bring({ path: path.join(folder, "missing.csv") })).rejects.toThrow(/missing\.csv/);
  expect(await stored("id")).toEqual([]);
});

test("nobody but the hub itself imports", async () => {
  const context = { ...slice.slice.systemContext("import"), viewer: { ...viewers.administrator, exp: 0 } };
  await expect(importAgencies(context, { path: file() })).rejects.toThrow(/Only the hub itself/);
});
