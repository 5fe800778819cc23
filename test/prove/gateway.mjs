/**
 * `npm run prove:gateway -- --json [--operations N] [--seed S] [--seconds N]`: shows that our engine answers as the
 * specification says, and that good answers keep coming while slices fail in every way. Asks it, the stock gateway and one
 * schema without a gateway N drawn operations over each of many small supergraphs, with the same faults in their slices.
 * Prints one line of JSON; what should not have been is told, a difference with its seed and the smallest operation that
 * shows it, and ends it with status 1.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";

import { chaos } from "./gateway/chaos/chaos.mjs";

const require = createRequire(import.meta.url);
require("../kit/readTypeScript.cjs");
const { differential } = require("../differential/differential.ts");

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    operations: { type: "string", default: "100" },
    seed: { type: "string" },
    seconds: { type: "string", default: "20" },
  },
});
const root = path.resolve(import.meta.dirname, "../..");
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);

const say = (text) => {
  if (!values.json) process.stderr.write(`${text}\n`);
};

say("Asking both engines the same …");
const asked = await differential({ runs: Number(values.operations), seed });
for (const [reason, count] of asked.argued) say(`${count} times: ${reason}`);
say("Letting slices fail …");
const { problems, ...figures } = await chaos({ seconds: Number(values.seconds), root });
for (const problem of [...asked.differences, ...problems]) process.stderr.write(`${problem}\n`);

const compared = {
  supergraphs: asked.supergraphs,
  operations: asked.operations,
  differences: asked.differences.length,
  argued: [...asked.argued.values()].reduce((sum, count) => sum + count, 0),
};
process.stdout.write(`${JSON.stringify({ differential: compared, chaos: figures })}\n`);
if (asked.differences.length + problems.length + figures.hung > 0) process.exitCode = 1;
