import { leastYearsKept, purgeAudit } from "@corespond/kit";
import { Command } from "commander";

import { CommandError } from "../../commandError";
import { inSlices, sliceOption } from "./auditedSlices";

interface PurgeFlags {
  readonly slice?: string;
  readonly years: string;
}

/** `corespond audit purge`. */
export function auditPurgeCommand(): Command {
  return new Command("purge")
    .description(
      `Remove audit rows of whole sealed blocks that are older than the time for which they are kept: ${String(leastYearsKept)} years (HIPAA), or more where a county's rules ask for more. The blocks' hashes stay.`,
    )
    .option(...sliceOption)
    .option("--years <number>", `how long rows are kept, ${String(leastYearsKept)} or more`, String(leastYearsKept))
    .action(async ({ slice, years }: PurgeFlags) => {
      if (!/^\d{1,3}$/.test(years) || Number(years) < leastYearsKept)
        throw new CommandError(
          `Audit rows are kept for ${String(leastYearsKept)} years or more (HIPAA 6 years, CJIS 1 year), but got: ${years}.`,
        );
      await inSlices(slice, async (name, contextOf) => {
        let [blocks, rows] = [0, 0];
        for await (const block of purgeAudit(contextOf, Number(years)))
          [blocks, rows] = [blocks + 1, rows + block.rows];
        process.stdout.write(`${name}: removed ${String(rows)} rows of ${String(blocks)} blocks.\n`);
      });
    });
}
