/**
 * `npm run bench:calls -- --json [--rows N]`: makes a feed of N calls, imports it by the `corespond` command into an
 * embedded PostgreSQL, and compares with a bare COPY of the same file on the same server. Prints one line of JSON.
 */
import { parseArgs } from "node:util";

import { measureCalls } from "./measureCalls.mjs";

const { values } = parseArgs({ options: { json: { type: "boolean" }, rows: { type: "string", default: "100000" } } });

const say = (text) => {
  if (!values.json) process.stderr.write(`${text}\n`);
};

process.stdout.write(`${JSON.stringify({ calls: await measureCalls({ rows: Number(values.rows), say }) })}\n`);
