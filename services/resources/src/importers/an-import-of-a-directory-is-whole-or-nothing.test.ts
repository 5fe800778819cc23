import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { ImportError } from "@corespond/kit";

import { directoryFolder, type DirectoryFolder } from "../testing/directoryFolder";
import { importFolder } from "../testing/importing";
import { startEmpty, type Resources } from "../testing/startResources";
import { importHsds } from "./importHsds";

let resources: Resources;
let folder: DirectoryFolder;

beforeAll(async () => {
  resources = await startEmpty();
});

afterAll(async () => {
  await resources.stop();
});

beforeEach(() => {
  folder = directoryFolder();
  folder.write("organizations.csv", "id,name,description", "o1,Example One,First");
  folder.write("services.csv", "id,organization_id,name,status", "s1,o1,Counseling,active");
});

afterEach(() => {
  folder.remove();
});

const failure = async (options: object = {}): Promise<ImportError> => {
  const thrown: unknown = await importFolder(resources, folder, options).catch((error: unknown) => error);
  expect(await resources.owner("SELECT 1 FROM organization")).toEqual([]);
  if (!(thrown instanceof ImportError)) throw thrown;
  return thrown;
};

test.each([
  ["an empty file", "", "EMPTY_FILE"],
  ["another header", "identifier,organization,name\n1,2,3\n", "BAD_HEADER"],
  ["a header without what a service needs", "id,name\ns1,Counseling\n", "BAD_HEADER"],
  ["a quote that never ends", 'id,organization_id,name,status\ns1,o1,"Counseling,active\n', "BAD_QUOTES"],
  ["a spreadsheet", "PK\u0003\u0004", "UNREADABLE"],
])("%s stops it, says where, and nothing stays", async (_, content, kind) => {
  writeFileSync(join(folder.path, "services.csv"), content);
  const error = await failure();
  expect([error.kind, error.file]).toEqual([kind, join(folder.path, "services.csv")]);
  expect(error.message.length).toBeGreaterThan(20);
});

test("a folder that is not there, or holds nothing of HSDS, stops it", async () => {
  expect(await failure({ directory: join(folder.path, "nowhere"), reportFolder: folder.path })).toMatchObject({
    kind: "MISSING_FILE",
  });
  const other = directoryFolder();
  other.write("readme.csv", "a,b", "1,2");
  expect(await failure({ directory: other.path })).toMatchObject({ kind: "MISSING_FILE" });
  expect(await failure({ directory: join(folder.path, "services.csv") })).toMatchObject({ kind: "MISSING_FILE" });
  other.remove();
});

test("a time zone that is none stops it", async () => {
  const error = await failure({ timeZone: "Mars/Olympus" });
  expect(error.message).toContain("Mars/Olympus");
});

test("an interrupted import leaves nothing", async () => {
  const interrupted = new AbortController();
  const error = await failure({
    signal: interrupted.signal,
    onProgress: ({ file }: { readonly file: string }) => {
      if (file === "services.csv") interrupted.abort();
    },
  });
  expect(error.kind).toBe("ABORTED");
});

test("a viewer without the right to write imports nothing", async () => {
  const context = { ...resources.slice.systemContext("import"), viewerToken: "" };
  await expect(importHsds(context, { directory: folder.path, source: "test" })).rejects.toThrow();
  expect(await resources.owner("SELECT 1 FROM organization")).toEqual([]);
});

test("a byte order mark, Windows' line ends, quotes, newlines and a bad byte in a field are taken as they are", async () => {
  writeFileSync(
    join(folder.path, "services.csv"),
    Buffer.concat([
      Buffer.from(
        '\ufeffid,organization_id,name,status,description\r\ns1,o1,"The ""Good"" Place",active,"Two\r\nlines"\r\ns2,o1,Bad ',
        "utf8",
      ),
      Buffer.from([0xff]),
      Buffer.from(",active,\r\n", "utf8"),
    ]),
  );
  const { summary, entries } = await importFolder(resources, folder);
  expect(summary.files["services.csv"]).toMatchObject({ rowsIn: 2, loaded: 1, rejected: 1 });
  expect(entries).toMatchObject([{ file: "services.csv", line: 4, field: "name", code: "INVALID_UTF8" }]);
  expect(await resources.owner("SELECT name, description FROM service")).toEqual([
    { name: 'The "Good" Place', description: "Two\r\nlines" },
  ]);
});
