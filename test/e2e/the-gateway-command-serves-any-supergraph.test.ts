import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { corespond, type CommandRun } from "./harness/startCommand";

const committed = path.resolve(__dirname, "../../schema/supergraph.graphql");

let folder: string;
let file: string;
let gateway: CommandRun;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "corespond-gateway-"));
  file = path.join(folder, "supergraph.graphql");
  await writeFile(file, await readFile(committed));
  gateway = corespond(["gateway", "--supergraph", file, "--port", "0", "--no-auth"], {});
  await gateway.says("is served at http://127.0.0.1:");
});

afterAll(async () => {
  gateway.child.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

const url = (): string => /http:\/\/\S+/.exec(gateway.output())?.[0] ?? "";

async function typename(): Promise<unknown> {
  const response = await fetch(`${url()}?query={__typename}`);
  return await response.json();
}

test("it says in one line what it serves where, and answers there", async () => {
  expect(gateway.output()).toBe(`${file} is served at ${url()}\n`);
  expect(await typename()).toEqual({ data: { __typename: "Query" } });
  expect((await fetch(new URL("/health", url()))).status).toBe(200);
});

test("a browser that opens the graph gets a page, and the page its files", async () => {
  const page = await fetch(url(), { headers: { accept: "text/html" } });
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const [, script = ""] = /<script type="module" src="([^"]+)"/.exec(await page.text()) ?? [];
  expect((await fetch(new URL(script, url()))).status).toBe(200);
});

test("a SIGHUP reads the file again: what cannot be served leaves what was served in place", async () => {
  await writeFile(file, "type Query {");
  gateway.child.kill("SIGHUP");
  await gateway.says("cannot be served; the one before it still is. Syntax Error");
  expect(await typename()).toEqual({ data: { __typename: "Query" } });
  await writeFile(file, `${await readFile(committed, "utf8")}\n# changed`);
  gateway.child.kill("SIGHUP");
  await gateway.says("has changed, and is served as it is now.");
  expect(await typename()).toEqual({ data: { __typename: "Query" } });
});

test("asked to end, it ends", async () => {
  gateway.child.kill("SIGTERM");
  expect(await gateway.ended()).toBe(0);
});

test.each([
  [["--supergraph", "/nowhere/supergraph.graphql"], "cannot be served. The file cannot be read"],
  [["--supergraph", committed, "--limits", "depth=deep"], "--limits takes pairs such as tokens="],
  [["--supergraph", committed, "--engine", "steam"], "Allowed choices are"],
  [["--supergraph", committed, "--forward", "authorization,cookie"], "CORESPOND_FORWARD_HEADERS: is not valid"],
])("what it cannot do with %j it says", async (given, words) => {
  const run = corespond(["gateway", ...given], {});
  await run.says(words);
  expect(await run.ended()).toBe(1);
});
