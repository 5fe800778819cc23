/**
 * `npm run bench:hub -- --json [--from N] [--to N] [--rounds R]`: asks the hub the README's first query, compares with the
 * sum of its bare SQL statements, and with the same beside many more persons. Prints one line of JSON.
 */
import { parseArgs } from "node:util";

import { measureHub } from "./hub/measureHub.mjs";

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    from: { type: "string", default: "2000" },
    to: { type: "string", default: "2000000" },
    rounds: { type: "string", default: "200" },
  },
});

const say = (text) => {
  if (!values.json) process.stderr.write(`${text}\n`);
};

const [from, to, rounds] = [values.from, values.to, values.rounds].map(Number);
process.stdout.write(`${JSON.stringify(await measureHub({ from, to, rounds, say }))}\n`);
