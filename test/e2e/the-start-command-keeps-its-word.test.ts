import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { ask, dataOf } from "./harness/graphClient";
import { corespond, type CommandRun } from "./harness/startCommand";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "corespond start "));
});
afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

const start = (...given: readonly string[]): CommandRun =>
  corespond(["start", ...given], { CORESPOND_HOME: home, PORT: "0" });

const urlOf = (run: CommandRun): string => /The graph is open: (\S+)/.exec(run.output())?.[1] ?? "";

const opened = async (run: CommandRun): Promise<string> => {
  await run.says("Ctrl-C stops everything");
  return urlOf(run);
};

const countReferrals = async (url: string, token: string): Promise<number> =>
  dataOf(await ask<{ referrals: { totalCount: number } }>(url, "{ referrals { totalCount } }", { token })).referrals
    .totalCount;

async function tokenOf(account: string): Promise<string> {
  const run = corespond(["token", account], { CORESPOND_HOME: home });
  expect(await run.ended()).toBe(0);
  return run.output().trim();
}

/** Processes whose command line names the data folder: the hub's own and the database's. */
async function processesOn(folder: string): Promise<readonly string[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")));
  return lines.filter((line) => line.includes(folder)).map((line) => line.replaceAll("\0", " "));
}

const onLinux = process.platform === "linux" ? test : test.skip;

test("a first start loads the demonstration, says what to open, how to sign in and what to ask", async () => {
  const run = start();
  const url = await opened(run);
  expect(run.output()).toMatch(/npx corespond token officer/);
  expect(run.output()).toMatch(/curl -s http/);
  expect(await countReferrals(url, await tokenOf("supervisor"))).toBeGreaterThan(5);
  run.child.kill("SIGINT");
  expect(await run.ended()).toBe(0);
  expect(run.output()).toContain("Stopped.");
}, 180_000);

onLinux("after Ctrl-C nothing is left running", async () => {
  expect(await processesOn(home)).toEqual([]);
});

test("a second start keeps the data and says that it loads nothing", async () => {
  const run = start();
  const url = await opened(run);
  expect(run.output()).not.toContain("Demonstration data");
  expect(await countReferrals(url, await tokenOf("supervisor"))).toBeGreaterThan(5);
  run.child.kill("SIGKILL");
  await run.ended();
}, 120_000);

test("after kill -9 the next start recovers; a second hub on the folder is refused, and so is a reset under it", async () => {
  const run = start();
  const url = await opened(run);
  expect(await countReferrals(url, await tokenOf("supervisor"))).toBeGreaterThan(5);
  const second = start();
  expect(await second.ended()).toBe(1);
  expect(second.output()).toContain("A hub is running on");
  const reset = start("--reset");
  expect(await reset.ended()).toBe(1);
  expect(reset.output()).toContain("A hub is running on");
  expect(await countReferrals(url, await tokenOf("supervisor"))).toBeGreaterThan(5);
  run.child.kill("SIGTERM");
  expect(await run.ended()).toBe(0);
}, 120_000);

test("a port that is taken is said clearly, and the next free one is used", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const run = start("--port", String(port));
  const url = await opened(run);
  expect(run.output()).toContain(`Port ${String(port)} is taken`);
  expect(new URL(url).port).not.toBe(String(port));
  run.child.kill("SIGINT");
  await run.ended();
  taken.close();
}, 120_000);

test("a database that cannot be reached is named with its slice and host, and without its password", async () => {
  const run = corespond(["start"], {
    CORESPOND_HOME: path.join(home, "elsewhere"),
    PORT: "0",
    PEOPLE_DATABASE_URL: "postgres://people_app:a-secret@127.0.0.1:1/people",
    PEOPLE_OWNER_DATABASE_URL: "postgres://people_owner:a-secret@127.0.0.1:1/people",
  });
  expect(await run.ended()).toBe(1);
  expect(run.output()).toContain('The database of the slice "people" cannot be used: 127.0.0.1:1/people');
  expect(run.output()).toContain("PEOPLE_DATABASE_URL");
  expect(run.output()).not.toContain("a-secret");
}, 120_000);

test("production refuses everything that is meant for a demonstration, and says what to configure", async () => {
  for (const given of [["start"], ["token", "officer"]]) {
    const run = corespond(given, { CORESPOND_HOME: home, NODE_ENV: "production" });
    expect(await run.ended()).toBe(1);
    for (const name of ["CORESPOND_ISSUERS", "AGENCIES_DATABASE_URL", "RESOURCES_VIEWER_KEY"])
      expect(run.output()).toContain(name);
  }
});

test("an unknown account is answered with those that there are", async () => {
  const run = corespond(["token", "nobody"], { CORESPOND_HOME: home });
  expect(await run.ended()).toBe(1);
  expect(run.output()).toContain("social-worker");
});
