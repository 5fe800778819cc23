#!/usr/bin/env node
import type { Command } from "commander";

/** Failures that say themselves what their user can mend. By name, for their classes would load every slice. */
const expected: ReadonlySet<string> = new Set([
  "CommandError",
  "CountyDataError",
  "DatabaseUnreachableError",
  "EmbeddedPostgresError",
  "EnvironmentError",
  "ImportError",
]);

/** A gateway in front of others' slices needs none of ours, and starts in half the time without them. */
async function program(): Promise<Command> {
  if (process.argv[2] === "gateway" || process.argv[2] === "plan")
    return (await import("./gatewayCli.js")).gatewayCli();
  return (await import("./cli.js")).cli();
}

program()
  .then((command) => command.parseAsync())
  .catch((error: unknown) => {
    const { name, message, stack } = error as Error;
    process.stderr.write(`\n${expected.has(name) ? message : String(stack)}\n`);
    process.exit(1);
  });
