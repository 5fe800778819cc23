import fc from "fast-check";

import { temporaryFolder } from "./__fixtures__/temporaryFolder";
import { PhysicalLines } from "./physicalLines";
import { readCsv, type CsvOptions, type CsvProblem, type CsvRow } from "./readCsv";

const folder = temporaryFolder();
afterAll(() => folder.remove());

type Column = "id" | "name" | "note";

const columns = { requiredColumns: ["id", "name"], optionalColumns: ["note"] } satisfies CsvOptions<Column>;

async function read(
  content: string | Uint8Array,
  options: CsvOptions<Column> = columns,
): Promise<(CsvRow<Column> | CsvProblem)[]> {
  const read: (CsvRow<Column> | CsvProblem)[] = [];
  for await (const item of readCsv(folder.write("file.csv", content), options)) read.push(item);
  return read;
}

const row = (line: number, ...[id, name, note = null]: readonly (string | null)[]) => ({
  line,
  record: { id, name, note },
});

describe("a row's line is the physical line on which it starts", () => {
  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("with %s as line end, also within quotes", async (_name, end) => {
    const content = ["id,name", "1,a", `2,"b${end}${end}c"`, "3,d", "", "", '4,"e"', ""].join(end);
    expect(await read(content)).toEqual([
      row(2, "1", "a"),
      row(3, "2", `b${end}${end}c`),
      row(6, "3", "d"),
      row(9, "4", "e"),
    ]);
  });

  test("with line ends that differ within the file, and none at its end", async () => {
    const content = 'id,name\r\n1,"a\nb\r\nc"\n2,d\r\r\n3,e';
    expect(await read(content)).toEqual([row(2, "1", "a\nb\r\nc"), row(5, "2", "d"), row(7, "3", "e")]);
  });

  const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
  const text = fc.array(fc.oneof(lineEnd, fc.constantFrom('"', ",", "é", "x", "\t", "\\")), { maxLength: 6 });

  test("whatever the fields hold", async () => {
    const line = fc.record({ blank: fc.boolean(), name: text.map((parts) => parts.join("")), end: lineEnd });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        let content = "id,name\n";
        const expected = [];
        for (const { blank, name, end } of lines) {
          const before = content.split(/\r\n|\r|\n/).length;
          // CR and then LF would be one line end; a row or nothing between them cannot be told apart.
          if (blank && !(content.endsWith("\r") && end === "\n")) content += end;
          else if (!blank) {
            content += `x,"${name.replaceAll('"', '""')}"${end}`;
            expected.push(row(before, "x", name === "" ? null : name));
          }
        }
        expect(await read(content)).toEqual(expected);
      }),
    );
  });

  test("wherever the file is cut into chunks", () => {
    const bytes = fc.array(fc.constantFrom("\r", "\n", "a"), { maxLength: 30 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(30)), (content, cuts) => {
        const lines = new PhysicalLines();
        const edges = [0, ...cuts.filter((cut) => cut < content.length).sort((a, b) => a - b), content.length];
        edges.slice(1).forEach((edge, index) => lines.feed(Buffer.from(content.slice(edges[index], edge))));
        for (const offset of edges.filter((edge) => !(content[edge - 1] === "\r" && content[edge] === "\n"))) {
          expect(lines.endedBefore(offset)).toBe(content.slice(0, offset).split(/\r\n|\r|\n/).length - 1);
        }
      }),
    );
  });
});

describe("a row's values are what stands in the file", () => {
  test("the byte order mark and the spaces around a column's name are not part of it", async () => {
    expect(await read('\ufeffid , "name"\n1,a\n'.replace(' "name"', "name "))).toEqual([row(2, "1", "a")]);
    expect(await read('\ufeff"id","name"\n1,a\n')).toEqual([row(2, "1", "a")]);
  });

  test("an empty field is null, quoted or not; spaces, quotes and separators are kept", async () => {
    expect(await read('note,id,name\n,"",  a  \n"a,""b"" c",\\N,\t\n')).toEqual([
      row(2, null, "  a  ", null),
      row(3, "\\N", "\t", 'a,"b" c'),
    ]);
  });

  test("in Windows-1252, where that is the file's encoding", async () => {
    const content = Buffer.concat([Buffer.from("id,name\n1,"), Buffer.from([0x80, 0xe9, 0x92]), Buffer.from("\n")]);
    expect(await read(content, { ...columns, encoding: "windows-1252" })).toEqual([row(2, "1", "€é’")]);
  });

  test("with another separator, where the importer names it", async () => {
    expect(await read("id;name\n1;a,b\n", { ...columns, delimiter: ";" })).toEqual([row(2, "1", "a,b")]);
  });
});

const rejected = (
  line: number,
  what: { code: string; field: string | null; value: string | null; reason: string },
) => ({
  line,
  rejection: { file: "file.csv", line, severity: "rejected", ...what },
});

describe("a row that cannot be read is rejected, its neighbours are not", () => {
  test("with too few or too many fields", async () => {
    expect(await read("id,name\n1,a\n2\n3,b,c\n4,d\n")).toEqual([
      row(2, "1", "a"),
      rejected(3, { code: "RAGGED_ROW", field: null, value: "2", reason: "the row has 1 fields, the header has 2" }),
      rejected(4, {
        code: "RAGGED_ROW",
        field: null,
        value: "3,b,c",
        reason: "the row has 3 fields, the header has 2",
      }),
      row(5, "4", "d"),
    ]);
  });

  test("with bytes that are not UTF-8, whose own line the reason names", async () => {
    const broken = Buffer.concat([
      Buffer.from('id,name\n1,é\n2,"a\r\nb\r\n'),
      Buffer.from([0xe9]),
      Buffer.from('"\n3,c\n'),
    ]);
    expect(await read(broken)).toEqual([
      row(2, "1", "é"),
      rejected(3, {
        code: "INVALID_UTF8",
        field: "name",
        value: "a\r\nb\r\n\ufffd",
        reason: "is not valid UTF-8 on line 5; save the file as UTF-8",
      }),
      row(6, "3", "c"),
    ]);
  });

  test("with a NUL byte, which PostgreSQL's text cannot hold", async () => {
    expect(await read("id,name\n1,a\0b\n2,c\n")).toEqual([
      rejected(2, { code: "NUL_BYTE", field: "name", value: "a\0b", reason: "holds a NUL byte" }),
      row(3, "2", "c"),
    ]);
  });

  test("but not for what stands in a column that is not imported, which is reported once", async () => {
    const warning = { file: "file.csv", line: 1, severity: "warning", code: "UNKNOWN_COLUMN", value: null };
    const reason = "the import does not know this column; its values are not imported";
    expect(await read(Buffer.from("id,extra,name,\n1,\xff,a,\n2,b,c,d\n", "latin1"))).toEqual([
      { line: 1, rejection: { ...warning, field: "extra", reason } },
      { line: 1, rejection: { ...warning, field: "(column 4, unnamed)", reason } },
      row(2, "1", "a"),
      row(3, "2", "c"),
    ]);
  });

  test("with a value that is cut at 200 characters in the report", async () => {
    const [problem] = await read(`id,name\n1,${"😀".repeat(150)},x\n`);
    expect(problem).toMatchObject({ rejection: { value: `1,${"😀".repeat(98)}…` } });
  });
});
