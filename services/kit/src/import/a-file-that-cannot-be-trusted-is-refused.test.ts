import { appendFileSync, mkdirSync, renameSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { temporaryFolder } from "./__fixtures__/temporaryFolder";
import { ImportError } from "./importError";
import { readCsv } from "./readCsv";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const columns = { requiredColumns: ["id", "name"], optionalColumns: ["note"] } as const;

/** Reads all of a file and answers the error that stopped it. */
async function refusal(path: string, onRow: (line: number) => void = () => undefined): Promise<ImportError> {
  try {
    for await (const { line } of readCsv(path, { ...columns, maxRowBytes: 500 })) onRow(line);
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error("The file was read.");
}

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("id,name\n1,a\n", "utf16le")]);

describe("a file that cannot be trusted is refused as a whole, in words that say what to do", () => {
  test.each([
    ["empty", "", "EMPTY_FILE", "the file is empty. Export it again, with its header."],
    ["only a byte order mark", "\ufeff", "EMPTY_FILE", "the file is empty"],
    ["only blank lines", "\n\r\n\n", "EMPTY_FILE", "the file is empty"],
    ["a missing column", "id,title\n1,a\n", "BAD_HEADER", 'line 1: the header lacks "name"; it has "id", "title"'],
    ["a column in another case", "ID,name\n1,a\n", "BAD_HEADER", 'the header lacks "id"'],
    ["a column that stands twice", "id,name,name\n1,a,b\n", "BAD_HEADER", 'the column "name" stands there twice'],
    ["semicolons", "id;name\n1;a\n", "BAD_HEADER", 'its fields seem to be separated by ";" instead of commas'],
    ["tabs", "id\tname\n1\ta\n", "BAD_HEADER", "separated by tabs"],
    ["bytes as a header", "id,na\0me\n1,a\n", "BAD_HEADER", "the header is not text"],
    [
      "a header in another encoding",
      Buffer.from("id,naïve,name\n1,a,b\n", "latin1"),
      "BAD_HEADER",
      "line 1: the header is not valid UTF-8. Save the file as UTF-8.",
    ],
    ["UTF-16", utf16, "UNREADABLE", "the file is text in UTF-16, not CSV. Export it as CSV in UTF-8."],
    ["a spreadsheet", "PK\u0003\u0004rest", "UNREADABLE", "the file is a spreadsheet or a zip archive, not CSV"],
    ["a quote that is never closed", 'id,name\n1,a\n2,"b\n3,c\n', "BAD_QUOTES", "line 3: a quote opens field 2"],
    [
      "text after a closing quote",
      'id,name\n1,"a"b\n',
      "BAD_QUOTES",
      "line 2: text follows the closing quote of field 2",
    ],
    [
      "a quote inside a field",
      'id,name\n\n1,6" pipe\n',
      "BAD_QUOTES",
      "line 3: a quote stands inside the unquoted field 2",
    ],
    [
      "a long row",
      `id,name\n1,a\n2,${"x".repeat(600)}\n`,
      "ROW_TOO_LARGE",
      "line 3: the row that starts here is longer than 500",
    ],
  ])("%s", async (name, content, ...[kind, message]) => {
    const path = folder.write(`${name}.csv`, content);
    const error = await refusal(path);
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(message);
    expect(error.message.startsWith(path)).toBe(true);
  });

  test("missing", async () => {
    const error = await refusal(join(folder.path, "nowhere", "missing.csv"));
    expect([error.kind, error.message]).toEqual([
      "MISSING_FILE",
      expect.stringContaining("there is no such file. Check the path."),
    ]);
  });

  test("a folder", async () => {
    mkdirSync(join(folder.path, "folder.csv"));
    const error = await refusal(join(folder.path, "folder.csv"));
    expect([error.kind, error.message]).toEqual(["UNREADABLE", expect.stringContaining("is a folder")]);
  });

  const onPosix = process.platform === "win32" ? test.skip : test;
  onPosix("a pipe, without waiting for somebody to write to it", async () => {
    execFileSync("mkfifo", [join(folder.path, "pipe.csv")]);
    const error = await refusal(join(folder.path, "pipe.csv"));
    expect([error.kind, error.message]).toEqual(["UNREADABLE", expect.stringContaining("is not a regular file")]);
  });

  test("a message never quotes a value", async () => {
    const error = await refusal(folder.write("secret.csv", 'id,name\n1,"Testperson"x\n'));
    expect(error.message).not.toContain("Testperson");
  });

  test("a column that the import does not know, where it is told to refuse", async () => {
    const path = folder.write("unknown.csv", "id,name,extra\n1,a,b\n");
    const reading = readCsv(path, { ...columns, unknownColumns: "refuse" }).next();
    await expect(reading).rejects.toThrow('the header has "extra", which this import does not know');
  });
});

describe("a file that changes while it is read is refused", () => {
  const rows = `id,name\n${Array.from({ length: 20_000 }, (_, index) => `${index},name of ${index}\n`).join("")}`;
  /** Long ago, so that a write within the same tick of the file system's clock shows. */
  const writeLongAgo = (name: string): string => {
    const path = folder.write(name, rows);
    utimesSync(path, 1_000, 1_000);
    return path;
  };

  test.each([
    ["that grows", (path: string) => appendFileSync(path, "99999,late\n")],
    ["that shrinks", (path: string) => truncateSync(path, 100_000)],
    ["that is written to in place", (path: string) => writeFileSync(path, rows.replaceAll("name of", "mane fo"))],
    ["that is touched", (path: string) => utimesSync(path, 1, 1)],
    ["that another takes the place of", (path: string) => renameSync(writeLongAgo("other.csv"), path)],
    ["that is removed", (path: string) => renameSync(path, `${path}.gone`)],
  ])("one %s", async (name, change) => {
    const path = writeLongAgo(`${name}.csv`);
    const error = await refusal(path, (line) => {
      if (line === 2) change(path);
    });
    expect(error.kind).toBe("CHANGED_WHILE_READ");
    expect(error.message).toBe(
      `${path}: the file changed while it was read. Wait until whatever writes it is done, then import it again.`,
    );
  });
});
