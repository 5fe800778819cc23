/**
 * `npm run bench:gateway -- --json [--only NAMES] [--seconds S] [--rounds R] [--connections C]`: has our
 * gateway and others answer the public federation benchmark's query, each on one core, with everything else on another.
 * Prints one line of JSON; what it holds is told in gateway/README.md.
 */
import { parseArgs } from "node:util";

import { withBench } from "./gateway/bench.mjs";
import { gateways } from "./gateway/gateways.mjs";
import { measureThroughput } from "./gateway/measureThroughput.mjs";

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    only: { type: "string", default: Object.keys(gateways).join(",") },
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "5" },
    connections: { type: "string", default: "50" },
  },
});

const say = (text) => {
  if (!values.json) process.stderr.write(`${text}\n`);
};

const [seconds, rounds, connections] = [values.seconds, values.rounds, values.connections].map(Number);
const figures = await withBench({ names: values.only.split(","), say }, (bench) =>
  measureThroughput(bench, { seconds, rounds, connections, say }),
);
process.stdout.write(`${JSON.stringify(figures)}\n`);
