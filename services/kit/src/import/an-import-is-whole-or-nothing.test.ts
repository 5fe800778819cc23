import { appendFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { Pool } from "pg";

import { openItemDatabase, viewerToken, type ItemDatabase } from "./__fixtures__/itemDatabase";
import { countRows, failure, importFiles, itemImport, reported, someFiles } from "./__fixtures__/itemImport";
import { temporaryFolder, type TemporaryFolder } from "./__fixtures__/temporaryFolder";
import { importCsvFile } from "./importCsvFile";
import type { ImportError } from "./importError";
import { importRun, type ImportProgress } from "./importRun";

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

describe("an import that fails keeps nothing, and its report says so", () => {
  const failing = async (second: string, options = {}): Promise<{ error: ImportError; last: unknown }> => {
    const reportPath = join(folder.path, "report.jsonl");
    const [areas] = files();
    const error = await failure(
      importFiles(database, [areas, itemImport(folder.write("items.csv", second))], { reportPath, ...options }),
    );
    expect(await count()).toEqual({ items: 0, areas: 0 });
    expect(readdirSync(folder.path).sort()).toEqual(["areas.csv", "items.csv", "report.jsonl"]);
    return { error, last: reported(reportPath).at(-1) };
  };

  test("because of its second file", async () => {
    const { error, last } = await failing('id,name\n1,a\n2,"b\n');
    expect(error.kind).toBe("BAD_QUOTES");
    expect(last).toEqual({
      file: join(folder.path, "items.csv"),
      line: 3,
      field: null,
      value: null,
      reason: `Nothing was imported. ${error.message}`,
      code: "BAD_QUOTES",
      severity: "failed",
    });
  });

  test("because of a rule of the database, whose text about the row stays out of the message", async () => {
    const { error } = await failing("id,name,size\n1,Testperson,1000\n");
    expect(error.kind).toBe("REFUSED_BY_DATABASE");
    expect(error.message).toBe(
      "the database refused the rows of item (23514, the constraint item_size_check). Look for rows that break this rule.",
    );
  });

  test("because a row would be lost: neither rejected nor imported", async () => {
    const [areas] = files();
    const running = importFiles(database, [areas, itemImport(folder.write("items.csv", "id,name\n1,lost\n"))]);
    await expect(running).rejects.toThrow("line 2 of items.csv was not");
    expect(await count()).toEqual({ items: 0, areas: 0 });
  });

  test("because the sums do not agree", async () => {
    const reportPath = join(folder.path, "report.jsonl");
    const running = importRun({ pool: database.pool, viewerToken, reportPath }, async (run) => {
      await importCsvFile(run, files()[0]);
      run.report.rowRead("areas.csv");
    });
    await expect(running).rejects.toThrow("but 3 rows came in and 2 + 0 + 0 went out");
    expect(await count()).toEqual({ items: 0, areas: 0 });
    expect(reported(reportPath)).toMatchObject([{ code: "INTERNAL_ERROR", severity: "failed" }]);
  });

  test("because an error of its transaction was swallowed", async () => {
    const running = importRun({ pool: database.pool, viewerToken }, async (run) => {
      await importCsvFile(run, files()[0]);
      await run.client.query("SELECT 1 / 0").catch(() => undefined);
    });
    await expect(running).rejects.toThrow("lets no error of its transaction pass");
    expect(await count()).toEqual({ items: 0, areas: 0 });
  });

  test("because a file changed while it was read", async () => {
    const path = folder.write(
      "items.csv",
      `id,name\n${Array.from({ length: 20_000 }, (_, n) => `${n},name\n`).join("")}`,
    );
    let changed = false;
    const onProgress = ({ file }: ImportProgress): void => {
      if (file === "items.csv" && !changed) appendFileSync(path, "late,row\n");
      changed ||= file === "items.csv";
    };
    const error = await failure(importFiles(database, [files()[0], itemImport(path)], { onProgress }));
    expect(error.kind).toBe("CHANGED_WHILE_READ");
    expect(await count()).toEqual({ items: 0, areas: 0 });
  });

  test("because the viewer may not write", async () => {
    await expect(importFiles(database, files(), { viewerToken: "nobody" })).rejects.toThrow("row-level security");
    expect(await count()).toEqual({ items: 0, areas: 0 });
  });
});

describe("an import that is interrupted keeps nothing", () => {
  const large = () =>
    itemImport(
      folder.write("large.csv", `id,name\n${Array.from({ length: 50_000 }, (_, n) => `${n},name\n`).join("")}`),
    );

  test("while it reads", async () => {
    const interruption = new AbortController();
    const options = {
      signal: interruption.signal,
      onProgress: () => interruption.abort(),
      reportPath: join(folder.path, "report.jsonl"),
    };
    const error = await failure(importFiles(database, [large()], options));
    expect([error.kind, error.message]).toEqual(["ABORTED", "the import was stopped. Start it again at any time."]);
    expect(reported(options.reportPath)).toMatchObject([{ code: "ABORTED", severity: "failed" }]);
    expect(await count()).toEqual({ items: 0, areas: 0 });
  });

  test("in the midst of a statement, which the server gives up", async () => {
    const interruption = new AbortController();
    const running = importRun({ pool: database.pool, viewerToken, signal: interruption.signal }, async (run) => {
      await importCsvFile(run, files()[0]);
      const endless = run.client.query("SELECT pg_sleep(3600)");
      interruption.abort();
      await endless;
    });
    expect((await failure(running)).kind).toBe("ABORTED");
    expect(await count()).toEqual({ items: 0, areas: 0 });
  });

  test("before it begins", async () => {
    const error = await failure(importFiles(database, files(), { signal: AbortSignal.abort() }));
    expect(error.kind).toBe("ABORTED");
  });

  test("by the server", async () => {
    const running = importRun({ pool: database.pool, viewerToken }, async (run) => {
      await importCsvFile(run, files()[0]);
      const { rows } = await run.client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      await database.look("SELECT pg_terminate_backend($1, 10000)", [rows[0]?.pid]);
      await importCsvFile(run, files()[1]);
    });
    const error = await failure(running);
    expect([error.kind, error.message]).toEqual([
      "DATABASE_UNAVAILABLE",
      "the connection to the database was lost. Check its server, then start the import again.",
    ]);
    expect(await count()).toEqual({ items: 0, areas: 0 });
  });

  test("and leaves the pool usable", async () => {
    // All connections can be had at once only where none was kept.
    const all = await Promise.all(Array.from({ length: database.pool.options.max }, () => database.pool.connect()));
    for (const client of all) client.release();
    await importFiles(database, files());
    expect(await count()).toEqual({ items: 3, areas: 2 });
  });
});

describe("an import does not begin", () => {
  test("while another one runs in the database", async () => {
    await importRun({ pool: database.pool, viewerToken }, async (run) => {
      await importCsvFile(run, files()[0]);
      expect((await failure(importFiles(database, files()))).kind).toBe("BUSY");
    });
    expect(await count()).toEqual({ items: 0, areas: 2 });
  });

  test("where no server answers", async () => {
    const pool = new Pool({ host: "127.0.0.1", port: 1 });
    const error = await failure(importFiles({ ...database, pool }, files()));
    expect([error.kind, error.message]).toEqual(["DATABASE_UNAVAILABLE", expect.stringContaining("(ECONNREFUSED)")]);
    await pool.end();
  });

  test.each([
    ["has another format", "report.xlsx", "a report is CSV or JSON Lines. Let its name end in .csv or .jsonl."],
    ["has no folder", "nowhere/report.csv", "the report cannot be written there (ENOENT)"],
    ["is the file to import", "areas.csv", "the report would replace the file"],
  ])("where its report %s", async (_name, name, message) => {
    const plans = files();
    const error = await failure(importFiles(database, plans, { reportPath: join(folder.path, name) }));
    expect([error.kind, error.message]).toEqual(["BAD_REPORT_PATH", expect.stringContaining(message)]);
    expect(await count()).toEqual({ items: 0, areas: 0 });
  });
});
