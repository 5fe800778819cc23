import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { addProvider } from "../prove/addProvider.mjs";
import { directServices } from "../prove/directServices.mjs";
import { journey, storyQuery, type JourneyFacts } from "../prove/journey.mjs";
import { dataOf } from "./harness/graphClient";
import { corespond, type CommandRun } from "./harness/startCommand";
import { asAccounts, type As } from "./harness/startTestHub";

let folder: string;
let hub: CommandRun;
let as: As;
let facts: JourneyFacts;

const home = (): string => path.join(folder, "hub");
const directory = (): string => path.join(folder, "directory");
const report = (): string => path.join(folder, "report.csv");

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "corespond import "));
  await mkdir(directory());
  await writeFile(
    path.join(directory(), "organizations.csv"),
    "\uFEFFid,name,description\r\n" +
      'o1,Imported Testcare,"A made-up organization, whose text\r\nhas two lines"\r\n' +
      "o2,,without a name\r\n",
  );
  await writeFile(
    path.join(directory(), "services.csv"),
    "id,organization_id,name,status,acceptance_mode,protected_program\n" +
      "s1,o1,Imported counseling,active,direct,none\n" +
      "s2,o1,Imported hotline,active,,\n" +
      "s3,o9,Imported orphan,active,,\n" +
      "s4,o1,Imported riddle,active,,perhaps\n",
  );
  await startHub();
}, 180_000);
afterAll(async () => {
  hub.child.kill("SIGINT");
  await hub.ended();
  await rm(folder, { recursive: true, force: true });
});

async function startHub(): Promise<void> {
  hub = corespond(["start"], { CORESPOND_HOME: home(), PORT: "0" });
  await hub.says("Ctrl-C stops everything");
  as = await asAccounts(home(), /The graph is open: (\S+)/.exec(hub.output())?.[1] ?? "");
}

async function run(...given: readonly string[]): Promise<{ readonly status: number | null; readonly output: string }> {
  const command = corespond(["import", ...given], { CORESPOND_HOME: home() });
  return { status: await command.ended(), output: command.output() };
}

interface Counts {
  readonly rowsIn: number;
  readonly loaded: number;
  readonly unchanged: number;
  readonly rejected: number;
}

async function importDirectory(...more: readonly string[]): Promise<Counts> {
  const { status, output } = await run("hsds", directory(), "--json", ...more);
  expect(status).toBe(0);
  const { rowsIn, loaded, unchanged, rejected } = (JSON.parse(output) as { readonly total: Counts }).total;
  expect(rowsIn).toBe(loaded + unchanged + rejected);
  return { rowsIn, loaded, unchanged, rejected };
}

const search = async (): Promise<readonly string[]> =>
  dataOf(
    await as<{ searchServices: { edges: readonly { node: { name: string } }[] } }>(
      null,
      '{ searchServices(text: "imported", first: 10) { edges { node { name } } } }',
    ),
  )
    .searchServices.edges.map(({ node }) => node.name)
    .sort();

test("a dry run beside a running hub counts, and keeps nothing", async () => {
  expect(await importDirectory("--dry-run")).toEqual({ rowsIn: 6, loaded: 3, unchanged: 0, rejected: 3 });
  expect(await search()).toEqual([]);
});

test("an import is in the running hub's graph at once, and every rejected row in the report", async () => {
  expect(await importDirectory("--report", report())).toEqual({ rowsIn: 6, loaded: 3, unchanged: 0, rejected: 3 });
  expect(await search()).toEqual(["Imported counseling", "Imported hotline"]);
  const lines = (await readFile(report(), "utf8")).trim().split(/\r?\n/);
  expect(lines[0]).toMatch(/^\W?file,line,field,value,/);
  expect(lines.filter((line) => line.includes("organizations.csv") && line.includes("name"))).toHaveLength(1);
  expect(lines.filter((line) => /services\.csv,4,organization_id,o9,/.test(line))).toHaveLength(1);
  expect(lines.filter((line) => /services\.csv,5,protected_program,perhaps,/.test(line))).toHaveLength(1);
});

test("a second run changes nothing, and says so", async () => {
  expect(await importDirectory()).toEqual({ rowsIn: 6, loaded: 0, unchanged: 3, rejected: 3 });
  const { output } = await run("hsds", directory());
  expect(output).toContain("Nothing changed.");
});

test.each([
  ["a file that is not there", ["agencies", "nowhere.csv"], /nowhere\.csv/],
  ["a folder that is not there", ["hsds", "nowhere"], /nowhere/],
  ["a wrong header", ["agencies", "services.csv"], /services\.csv.*ori/s],
  ["a word that is no mode", ["hsds", ".", "--acceptance-mode", "guess"], /direct, call_first, walk_in/],
  ["a county that is not JSON", ["county", "services.csv"], /not JSON/],
])("%s is said clearly, without a stack trace", async (_what, [kind = "", file = "", ...more], said) => {
  const { status, output } = await run(kind, path.join(directory(), file), ...more);
  expect(status).toBe(1);
  expect(output).toMatch(said);
  expect(output).not.toMatch(/\n {4}at /);
});

test("the journey goes through to a service of the imported directory", async () => {
  const [service] = (await directServices(as)).filter(({ name }) => name === "Imported counseling");
  expect(service).toBeDefined();
  const provider = await addProvider(service?.organization.id ?? "", {
    folder,
    importCounty: async (file) => {
      const { status, output } = await run("county", file);
      expect(output).toContain("staff 1, logins 1");
      expect(status).toBe(0);
    },
  });
  facts = await journey(as, { service: service?.id ?? "", provider });
});

test("a stopped hub's data is imported into as well, and a restart keeps the whole story", async () => {
  const story = async (): Promise<unknown> => dataOf(await as("social-worker", storyQuery, { id: facts.referralId }));
  const before = await story();
  hub.child.kill("SIGINT");
  expect(await hub.ended()).toBe(0);
  await writeFile(
    path.join(directory(), "services.csv"),
    "id,organization_id,name,status,acceptance_mode,protected_program\n" +
      "s1,o1,Imported counseling,active,direct,none\n" +
      "s2,o1,Imported helpline,active,,\n",
  );
  expect(await importDirectory()).toEqual({ rowsIn: 4, loaded: 1, unchanged: 2, rejected: 1 });
  await startHub();
  expect(await search()).toEqual(["Imported counseling", "Imported helpline"]);
  expect(await story()).toEqual(before);
}, 120_000);
