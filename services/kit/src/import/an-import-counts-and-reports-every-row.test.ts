import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { v7 } from "uuid";

import { openItemDatabase, type ItemDatabase } from "./__fixtures__/itemDatabase";
import { areaImport, countRows, failure, importFiles, reported, someFiles } from "./__fixtures__/itemImport";
import { temporaryFolder, type TemporaryFolder } from "./__fixtures__/temporaryFolder";
import type { CsvImport } from "./importCsvFile";
import type { ImportProgress } from "./importRun";

let database: ItemDatabase;
let folder: TemporaryFolder;

beforeAll(async () => {
  database = await openItemDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  folder = temporaryFolder();
  await database.look("TRUNCATE item, area, ranked");
});
afterEach(() => folder.remove());

const count = (): Promise<unknown> => countRows(database);
const files = () => someFiles(folder);

const counts = {
  areas: { rowsIn: 2, loaded: 2, unchanged: 0, rejected: 0, warnings: 0 },
  items: { rowsIn: 7, loaded: 3, unchanged: 0, rejected: 4, warnings: 1 },
};

describe("an import that succeeds", () => {
  test("keeps what holds, and counts and reports every other row", async () => {
    const reportPath = join(folder.path, "report.jsonl");
    const summary = await importFiles(database, files(), { reportPath });
    expect(summary).toMatchObject({
      dryRun: false,
      total: { rowsIn: 9, loaded: 5, unchanged: 0, rejected: 4, warnings: 1 },
      files: { "areas.csv": counts.areas, "items.csv": counts.items },
    });
    expect(await count()).toEqual({ items: 3, areas: 2 });
    const entries = reported(reportPath);
    expect(entries).toEqual([
      {
        file: "items.csv",
        line: 3,
        field: "name",
        value: "odd",
        reason: "is odd",
        code: "ODD_NAME",
        severity: "warning",
      },
      {
        file: "items.csv",
        line: 4,
        field: "name",
        value: "wrong",
        reason: "is wrong",
        code: "WRONG_NAME",
        severity: "rejected",
      },
      {
        file: "items.csv",
        line: 4,
        field: "size",
        value: null,
        reason: "is not there either",
        code: "NO_SIZE",
        severity: "rejected",
      },
      expect.objectContaining({ line: 8, field: null, value: "6", code: "RAGGED_ROW" }),
      expect.objectContaining({ line: 5, field: "area", value: "nowhere", code: "MISSING_PARENT" }),
      expect.objectContaining({ line: 7, field: "id", value: "1", code: "DUPLICATE_KEY" }),
    ]);
    expect(summary.firstRejections).toEqual(entries);
  });

  test("changes nothing the second time, and says so", async () => {
    await importFiles(database, files());
    const before = await database.look("SELECT item, ctid, xmin, xmax FROM item ORDER BY id");
    const { total } = await importFiles(database, files());
    expect(total).toEqual({ rowsIn: 9, loaded: 0, unchanged: 5, rejected: 4, warnings: 1 });
    expect(await database.look("SELECT item, ctid, xmin, xmax FROM item ORDER BY id")).toEqual(before);
  });

  test("counts a file without rows", async () => {
    const { files: byFile } = await importFiles(database, [areaImport(folder.write("areas.csv", "id,name\n"))]);
    expect(byFile).toEqual({ "areas.csv": { rowsIn: 0, loaded: 0, unchanged: 0, rejected: 0, warnings: 0 } });
  });

  test("tells how far it is, up to the whole file and the merge", async () => {
    const steps: ImportProgress[] = [];
    const path = folder.write(
      "areas.csv",
      `id,name\n${Array.from({ length: 20_000 }, (_, n) => `${n},area ${n}\n`).join("")}`,
    );
    await importFiles(database, [areaImport(path)], { onProgress: (progress) => steps.push(progress) });
    const bytesTotal = statSync(path).size;
    expect(steps.length).toBe(Math.ceil(bytesTotal / 65_536) + 1);
    expect(steps.at(0)).toEqual({ file: "areas.csv", phase: "reading", bytesRead: 65_536, bytesTotal });
    expect(steps.at(-2)).toEqual({ file: "areas.csv", phase: "reading", bytesRead: bytesTotal, bytesTotal });
    expect(steps.at(-1)).toEqual({ file: "areas.csv", phase: "merging", bytesRead: bytesTotal, bytesTotal });
  });
});

describe("a dry run", () => {
  test("finds all that a run would find, and keeps nothing", async () => {
    const reportPath = join(folder.path, "report.csv");
    const summary = await importFiles(database, files(), { dryRun: true, reportPath });
    expect(summary).toMatchObject({ dryRun: true, files: { "areas.csv": counts.areas, "items.csv": counts.items } });
    expect(await count()).toEqual({ items: 0, areas: 0 });
    expect(readFileSync(reportPath, "utf8").split("\r\n")).toHaveLength(8);
  });

  test("also finds what a commit would refuse", async () => {
    await database.look("INSERT INTO ranked VALUES (gen_random_uuid(), 'there', 1)");
    const path = folder.write("ranked.csv", "id,name\na,1\n");
    const plan: CsvImport = {
      ...areaImport(path),
      merge: {
        table: "ranked",
        columns: [{ name: "id" }, { name: "external_id" }, { name: "rank" }],
        key: ["external_id"],
        insertOnly: ["id"],
      },
      toValues: ({ record }) => ({ id: v7(), external_id: record["id"], rank: record["name"] }),
    };
    const error = await failure(importFiles(database, [plan], { dryRun: true }));
    expect(error.message).toContain("(23505, the constraint ranked_rank_key)");
  });
});

test("a report is only for its owner to read", async () => {
  const reportPath = join(folder.path, "report.csv");
  await importFiles(database, files(), { reportPath });
  if (process.platform !== "win32") expect(statSync(reportPath).mode & 0o777).toBe(0o600);
});
