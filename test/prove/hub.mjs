/**
 * `npm run prove:hub -- --json [--data DIR]`: starts a hub in a temporary data folder as a user would, measures, takes the
 * main job through it, counts SQL statements, and imports real files where they are given. Prints one line of JSON.
 */
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs, promisify } from "node:util";

import { journey } from "./journey.mjs";
import { statementsAt } from "./statementsPerQuery.mjs";

const { values } = parseArgs({ options: { json: { type: "boolean" }, data: { type: "string" } } });
const main = path.resolve(import.meta.dirname, "../../hub/dist/main.js");
const dataFolder = await mkdtemp(path.join(tmpdir(), "corespond-prove-"));
const environment = { ...process.env, CORESPOND_HOME: path.join(dataFolder, "hub"), PORT: "0" };

const say = (text) => {
  if (!values.json) process.stderr.write(`${text}\n`);
};

const run = async (...given) =>
  (await promisify(execFile)(process.execPath, [main, ...given], { env: environment, maxBuffer: 1 << 26 })).stdout;

/** Starts the hub, and resolves at the first answered query. */
async function startHub() {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [main, "start"], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const url = await new Promise((resolve, reject) => {
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
      const open = /The graph is open: (\S+)/.exec(text);
      if (open) resolve(open[1]);
    });
    ended.then((code) => reject(new Error(`The hub ended with ${code}:\n${text}`)));
  });
  await ask(url, undefined, "{ agencies(first: 1) { edges { node { name } } } }");
  const firstAnswerMs = Math.round(performance.now() - startedAt);
  const stop = async () => {
    child.kill("SIGINT");
    await ended;
  };
  return { url, firstAnswerMs, stop };
}

async function ask(url, token, query, variables) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return await response.json();
}

function asAccounts(url) {
  const tokens = new Map();
  return async (account, query, variables) => {
    if (account !== null && !tokens.has(account)) tokens.set(account, (await run("token", account)).trim());
    return await ask(url, tokens.get(account), query, variables);
  };
}

async function directService(as) {
  const { data } = await as("provider", "{ me { organization { id } } }");
  const { data: found } = await as(
    null,
    "query ($id: ID!) { organization(id: $id) { services(first: 50) { edges { node { id acceptsReferrals protectedProgram } } } } }",
    { id: data.me.organization.id },
  );
  return found.organization.services.edges.find(({ node }) => node.acceptsReferrals && node.protectedProgram === "NONE")
    .node.id;
}

async function importCounts(...command) {
  const { total } = JSON.parse(await run("import", ...command, "--json"));
  const { rowsIn, loaded, unchanged, rejected } = total;
  return { rowsIn, loaded, unchanged, rejected };
}

try {
  say("First start, with the demonstration data …");
  const first = await startHub();
  say(`  ${first.firstAnswerMs} ms to the first answer`);
  await first.stop();
  say("Second start, from a built tree with data present …");
  const second = await startHub();
  const as = asAccounts(second.url);
  await journey(as, { service: await directService(as) });
  const imports = values.data && {
    agencies: await importCounts("agencies", path.join(values.data, "hennepin_ori.csv")),
    hsds: await importCounts(
      "hsds",
      path.join(values.data, "hsds-dc"),
      "--source",
      "dc",
      "--time-zone",
      "America/New_York",
    ),
  };
  await second.stop();
  say("Counting SQL statements at 10 and at 1,000 rows …");
  const sqlStatementsPerQuery = { at10: await statementsAt(10), at1000: await statementsAt(1000) };
  const proof = {
    startToFirstAnswerMs: second.firstAnswerMs,
    firstStartToFirstAnswerMs: first.firstAnswerMs,
    journey: "ok",
    sqlStatementsPerQuery,
    ...(imports && { imports }),
  };
  process.stdout.write(`${JSON.stringify(proof)}\n`);
} finally {
  await rm(dataFolder, { recursive: true, force: true });
}
