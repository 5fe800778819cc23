/**
 * `npm run bench:gateway -- --json [--only NAMES] [--what WHAT] [--seconds S] [--rounds R] [--connections C] [--queries Q]`:
 * has our gateway and others answer the public federation benchmark's query, each on one core, with everything else on
 * another. Prints one line of JSON; gateway/README.md says what it holds.
 */
import { parseArgs } from "node:util";

import { withBench } from "./gateway/bench.mjs";
import { gateways } from "./gateway/gateways.mjs";
import { measureColdPlan } from "./gateway/measureColdPlan.mjs";
import { measureMemory } from "./gateway/measureMemory.mjs";
import { measureThroughput } from "./gateway/measureThroughput.mjs";

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    only: { type: "string", default: Object.keys(gateways).join(",") },
    what: { type: "string", default: "throughput,cold,memory" },
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "5" },
    connections: { type: "string", default: "50" },
    queries: { type: "string", default: "9000" },
  },
});

const say = (text) => {
  if (!values.json) process.stderr.write(`${text}\n`);
};

const names = values.only.split(",");
const unknown = names.filter((name) => !Object.hasOwn(gateways, name));
if (unknown.length > 0)
  throw new Error(`--only takes ${Object.keys(gateways).join(", ")}, but got: ${unknown.join(", ")}`);
const what = new Set(values.what.split(","));
const [seconds, rounds, connections, queries] = ["seconds", "rounds", "connections", "queries"].map((name) =>
  Number(values[name]),
);

const figures = await withBench({ names, say }, async (bench) => ({
  ...(what.has("throughput") && (await measureThroughput(bench, { seconds, rounds, connections, say }))),
  ...(what.has("memory") && { memory: await measureMemory(bench, { queries, say }) }),
}));
if (what.has("cold")) figures.coldPlan = await measureColdPlan({ documents: Math.min(queries, 100), say });
process.stdout.write(`${JSON.stringify(figures)}\n`);
