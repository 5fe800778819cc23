/**
 * `npm run prove:county -- --json [--rows N]`: seeds the county's story beside a running hub and asks the graph for its
 * numbers; imports a feed of N calls for service (100,000 unless told) and compares with a bare COPY; and measures how an
 * agency's questions slow down where there are ten times as many calls. Prints one line of JSON.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

import { measureCalls } from "../load/measureCalls.mjs";
import { callGrowth } from "./callGrowth.mjs";
import { corespondOn } from "./corespondOn.mjs";
import { countyFacts } from "./countyFacts.mjs";
import { Steps } from "./steps.mjs";

const { values } = parseArgs({ options: { json: { type: "boolean" }, rows: { type: "string", default: "100000" } } });
const rows = Number(values.rows);
const folder = await mkdtemp(path.join(tmpdir(), "corespond-prove-"));

const say = (text) => {
  if (!values.json) process.stderr.write(`${text}\n`);
};

/** The events of the seed's calls reach the referrals slice one after another: all are there when the residents' are. */
async function settledFacts(as) {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const facts = await countyFacts(as).catch((error) => ({ error }));
    if (facts.brooklynPark?.residents === 25 && facts.brooklynPark.changeAfterSixMonths === -0.85) return facts;
    if (attempt === 599) throw facts.error ?? new Error(`The county's numbers are ${JSON.stringify(facts)}.`);
    await new Steps(as).read(null, "{ __typename }");
  }
}

const corespond = corespondOn(path.join(folder, "hub"));
try {
  say("Seeding the county …");
  const { as, stop } = await corespond.start();
  await corespond.run("seed");
  const facts = await settledFacts(as);
  const growth = await callGrowth({ ...corespond, as, folder, rows, say });
  await stop();
  const calls = await measureCalls({ rows, interrupt: rows >= 200_000, say });
  process.stdout.write(`${JSON.stringify({ facts, calls, growth })}\n`);
} finally {
  await corespond.stopAll();
  await rm(folder, { recursive: true, force: true });
}
