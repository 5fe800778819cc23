/**
 * `npm run bench:calls -- --json [--rows N]`: makes a feed of N calls, imports it by the `corespond` command into an
 * embedded PostgreSQL, and compares with a bare COPY of the same file on the same server; from 100,000 rows on, it also
 * interrupts an import and lets it go on. Prints one line of JSON.
 */
import { parseArgs } from "node:util";

import { measureCalls } from "./measureCalls.mjs";

const { values } = parseArgs({ options: { json: { type: "boolean" }, rows: { type: "string", default: "100000" } } });

const say = (text) => {
  if (!values.json) process.stderr.write(`${text}\n`);
};

const rows = Number(values.rows);
const calls = await measureCalls({ rows, interrupt: rows >= 100_000, say });

process.stdout.write(`${JSON.stringify({ calls })}\n`);
