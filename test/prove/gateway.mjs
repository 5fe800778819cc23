/**
 * `npm run prove:gateway -- --json [--seconds N]`: shows that good answers keep coming while slices fail in every way. Prints
 * one line of JSON; what should not have been is told, and ends it with status 1.
 */
import path from "node:path";
import { parseArgs } from "node:util";

import { chaos } from "./gateway/chaos/chaos.mjs";

const { values } = parseArgs({
  options: { json: { type: "boolean" }, seconds: { type: "string", default: "20" } },
});
const root = path.resolve(import.meta.dirname, "../..");

if (!values.json) process.stderr.write("Letting slices fail …\n");
const { problems, ...figures } = await chaos({ seconds: Number(values.seconds), root });
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`${JSON.stringify({ chaos: figures })}\n`);
if (problems.length > 0 || figures.hung > 0) process.exitCode = 1;
