/**
 * `npm run bench:audit -- --json [--rows N]`: fills a slice's audit with N rows, asks who saw one person in a month as a
 * privacy officer would, seals all of it, and verifies it. Prints one line of JSON; the times are milliseconds, the
 * slowest of those asked.
 */
import { parseArgs } from "node:util";

import { measureAudit } from "./measureAudit.mjs";

const { values } = parseArgs({ options: { json: { type: "boolean" }, rows: { type: "string", default: "1000000" } } });

const say = (text) => {
  if (!values.json) process.stderr.write(`${text}\n`);
};

process.stdout.write(`${JSON.stringify(await measureAudit({ rows: Number(values.rows), say }))}\n`);
