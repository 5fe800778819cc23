import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "csv-parse/sync";
import fc from "fast-check";

import { temporaryFolder } from "./__fixtures__/temporaryFolder";
import { ImportReport } from "./importReport";
import { rejection, type Rejection } from "./rejection";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const entry = (line: number, value: string | null = "value"): Rejection =>
  rejection({ file: "rows.csv", line, severity: "rejected", code: "WRONG", field: "name", value, reason: "is wrong" });

async function write(name: string, entries: readonly Rejection[]): Promise<string> {
  const path = join(folder.path, name);
  const report = await ImportReport.open(path);
  for (const rejected of entries) {
    report.rowRead("rows.csv");
    await report.rowRejected("rows.csv", [rejected]);
  }
  await report.complete(false);
  await report.publish();
  return readFileSync(path, "utf8");
}

test("a report in CSV reads back as it was written, whatever the values", async () => {
  const values = fc.array(fc.option(fc.string({ unit: "binary", minLength: 1, maxLength: 80 })), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(values, async (found) => {
      const entries = found.map((value, index) => entry(index + 2, value));
      const rows = parse(await write("values.csv", entries), { columns: true, record_delimiter: "\r\n" });
      expect(rows).toEqual(
        entries.map((rejected) => ({ ...rejected, line: String(rejected.line), value: rejected.value ?? "" })),
      );
    }),
    { numRuns: 30 },
  );
});

test("a report in JSON Lines keeps what is missing apart from what is empty", async () => {
  const lines = (await write("values.jsonl", [entry(2, ""), entry(3, null)])).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([entry(2, ""), entry(3, null)]);
});

test("a report takes its name only when it is whole, and the place of an older one", async () => {
  const path = folder.write("late.jsonl", "the older report\n");
  const report = await ImportReport.open(path);
  report.rowRead("rows.csv");
  await report.rowRejected("rows.csv", [entry(2)]);
  await report.complete(false);
  expect(readFileSync(path, "utf8")).toBe("the older report\n");
  await report.publish();
  expect(readFileSync(path, "utf8")).toBe(
    `${JSON.stringify({ ...entry(2) }, Object.keys(JSON.parse(readFileSync(path, "utf8")) as object))}\n`,
  );
  expect(readdirSync(folder.path).filter((name) => name.startsWith("."))).toEqual([]);
});

test("a report keeps the first 20 entries for the console, and streams the rest", async () => {
  const report = await ImportReport.open(join(folder.path, "many.csv"));
  for (let line = 2; line < 5_002; line += 1) {
    report.rowRead("rows.csv");
    await report.rowRejected("rows.csv", [entry(line)]);
  }
  const { firstRejections, total } = await report.complete(true);
  await report.publish();
  expect(firstRejections.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
  expect(total).toEqual({ rowsIn: 5_000, loaded: 0, unchanged: 0, rejected: 5_000, warnings: 0 });
  expect(readFileSync(join(folder.path, "many.csv"), "utf8").split("\r\n")).toHaveLength(5_002);
});

test("a row that is rejected for two reasons is one row", async () => {
  const report = await ImportReport.open();
  report.rowRead("rows.csv");
  await report.rowRejected("rows.csv", [entry(2), entry(2)]);
  expect(await report.complete(false)).toMatchObject({
    total: { rowsIn: 1, rejected: 1 },
    firstRejections: [{ line: 2 }, { line: 2 }],
  });
});

test("a report that was not asked for leaves no file", async () => {
  const report = await ImportReport.open();
  await report.complete(false);
  await report.publish();
  expect([report.path, existsSync("undefined")]).toEqual([undefined, false]);
});
