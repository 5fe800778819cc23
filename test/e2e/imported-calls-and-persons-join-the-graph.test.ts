import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { dataOf } from "./harness/graphClient";
import { corespond, type CommandRun } from "./harness/startCommand";
import { asAccounts, type As } from "./harness/startTestHub";

let folder: string;
let hub: CommandRun;
let as: As;

const home = (): string => path.join(folder, "hub");

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "corespond calls "));
  hub = corespond(["start"], { CORESPOND_HOME: home(), PORT: "0" });
  await hub.says("Ctrl-C stops everything");
  as = await asAccounts(home(), /The graph is open: (\S+)/.exec(hub.output())?.[1] ?? "");
}, 180_000);
afterAll(async () => {
  hub.child.kill("SIGINT");
  await hub.ended();
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, ...lines: readonly string[]): Promise<string> {
  const written = path.join(folder, name);
  await writeFile(written, [...lines, ""].join("\n"));
  return written;
}

async function run(...given: readonly string[]): Promise<{ readonly status: number | null; readonly output: string }> {
  const command = corespond(["import", ...given], { CORESPOND_HOME: home() });
  return { status: await command.ended(), output: command.output() };
}

const totalOf = (output: string): unknown => (JSON.parse(output) as { readonly total: unknown }).total;

interface Calls {
  readonly agency: {
    readonly calls: {
      readonly edges: readonly {
        readonly node: {
          readonly incidentNumber: string;
          readonly receivedAt: string;
          readonly commonCode: string | null;
          readonly subjects: readonly { readonly role: string; readonly person: { readonly names: unknown } | null }[];
        };
      }[];
    };
  };
}

const callsOfAgency = `{ agency(ori: "MN0270300") { calls(first: 100) { edges { node {
  incidentNumber receivedAt commonCode subjects { role person { names { given family } } } } } } } }`;

test("calls from a feed, and persons from a records system, are in the running hub's graph", async () => {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const map = await file(
    "map.yml",
    "incidentNumber: Incident",
    "receivedAt: { date: Day, time: Clock, format: yyyy-MM-dd H:mm }",
    "natureCode: Nature",
  );
  const codes = await file("codes.yml", "WC: { text: Welfare check, common: WELFARE }");
  const feed = await file(
    "feed.csv",
    "Incident,Day,Clock,Nature",
    `E-1,${yesterday},9:05,WC`,
    `E-2,${yesterday},9:04,XX`,
  );
  const options = ["--agency", "MN0270300", "--map", map, "--codes", codes, "--time-zone", "Etc/GMT+6"];
  const imported = await run("calls", feed, ...options, "--json");
  expect(imported.status).toBe(0);
  expect(JSON.parse(imported.output)).toMatchObject({
    total: { rowsIn: 2, loaded: 2, updated: 0, unchanged: 0, rejected: 0 },
    unmappedCodes: [{ code: "XX", rows: 1 }],
  });
  const subjects = await file(
    "subjects.csv",
    "incident_number,role,family,given,birth_date",
    "E-1,SUBJECT,Testperson,Imported,1980-02-29",
    "E-3,SUBJECT,Testperson,Imported,1980-02-29",
  );
  const attached = await run("subjects", subjects, "--agency", "MN0270300", "--json");
  expect(totalOf(attached.output)).toMatchObject({ rowsIn: 2, loaded: 1, rejected: 1 });
  const again = await run("subjects", subjects, "--agency", "MN0270300", "--json");
  expect(totalOf(again.output)).toMatchObject({ rowsIn: 2, loaded: 0, unchanged: 1, rejected: 1 });

  const { agency } = dataOf(await as<Calls>("officer", callsOfAgency));
  expect(
    agency.calls.edges.map(({ node }) => node).filter(({ incidentNumber }) => incidentNumber.startsWith("E-")),
  ).toEqual([
    {
      incidentNumber: "E-1",
      receivedAt: `${yesterday}T15:05:00.000Z`,
      commonCode: "WELFARE",
      subjects: [{ role: "SUBJECT", person: { names: [{ given: "Imported", family: "Testperson" }] } }],
    },
    { incidentNumber: "E-2", receivedAt: `${yesterday}T15:04:00.000Z`, commonCode: null, subjects: [] },
  ]);
}, 120_000);

test("a feed with remarks is refused by the column's name, and a map that is no YAML in UTF-8 by its own", async () => {
  const map = await file("plain.yml", "incidentNumber: Incident", "receivedAt: Received");
  const feed = await file("remarks.csv", "Incident,Received,Remarks", "E-9,2024-03-01 08:00,something");
  const options = ["--agency", "MN0270300", "--time-zone", "America/Chicago"];
  const refused = await run("calls", feed, ...options, "--map", map);
  expect(refused.status).toBe(1);
  expect(refused.output).toContain('the file has "Remarks", which looks like remarks or criminal history');
  const broken = await file("broken.yml", "incidentNumber: [");
  expect((await run("calls", feed, ...options, "--map", broken)).output).toContain("broken.yml is not YAML");
  const foreign = path.join(path.dirname(broken), "foreign.yml");
  await writeFile(foreign, Buffer.from("incidentNumber: Num\u00e9ro\n", "latin1"));
  expect((await run("calls", feed, ...options, "--map", foreign)).output).toContain("foreign.yml is not valid UTF-8");
}, 60_000);
