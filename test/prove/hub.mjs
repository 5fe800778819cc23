/**
 * `npm run prove:hub -- --json [--data DIR]`: starts a hub in a temporary data folder as a user would, measures, takes the
 * main job through it, counts SQL statements, and imports real files where they are given. Prints one line of JSON.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

import { addProvider } from "./addProvider.mjs";
import { demoService, directServices } from "./directServices.mjs";
import { journey } from "./journey.mjs";
import { corespondOn } from "./corespondOn.mjs";
import { statementsAt } from "./statementsPerQuery.mjs";

const { values } = parseArgs({ options: { json: { type: "boolean" }, data: { type: "string" } } });
const dataFolder = await mkdtemp(path.join(tmpdir(), "corespond-prove-"));
const corespond = corespondOn(path.join(dataFolder, "hub"));

const say = (text) => {
  if (!values.json) process.stderr.write(`${text}\n`);
};

async function importCounts(...command) {
  const { total } = JSON.parse(await corespond.run("import", ...command, "--json"));
  const { rowsIn, loaded, unchanged, rejected } = total;
  return { rowsIn, loaded, unchanged, rejected };
}

/** Imports what is there, and takes the journey again, to a service of the imported directory. */
async function importAll(as, data) {
  say("Importing …");
  const known = new Set((await directServices(as)).map(({ id }) => id));
  const agencies = await importCounts("agencies", path.join(data, "hennepin_ori.csv"));
  const hsds = await importCounts(
    ...["hsds", path.join(data, "hsds-dc"), "--source", "dc"],
    ...["--time-zone", "America/New_York", "--acceptance-mode", "direct"],
  );
  const imported = (await directServices(as)).find(({ id }) => !known.has(id));
  const provider = await addProvider(imported.organization.id, {
    folder: dataFolder,
    importCounty: (file) => corespond.run("import", "county", file),
  });
  say("The journey to an imported service …");
  await journey(as, { service: imported.id, provider });
  return { agencies, hsds };
}

try {
  say("First start, with the demonstration data …");
  const first = await corespond.start();
  say(`  ${first.firstAnswerMs} ms to the first answer`);
  await first.stop();
  say("Second start, from a built tree with data present …");
  const second = await corespond.start();
  const { as } = second;
  say("The journey of one referral …");
  await journey(as, { service: await demoService(as) });
  const imports = values.data && (await importAll(as, values.data));
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
  await corespond.stopAll();
  await rm(dataFolder, { recursive: true, force: true });
}
