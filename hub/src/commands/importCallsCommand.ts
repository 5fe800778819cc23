import { importCalls } from "@corespond/agencies";
import type { Command } from "commander";

import { callSummaryText } from "./callSummaryText";
import { importer, runImport, type ImportFlags } from "./importer";
import { readYaml } from "./readYaml";

interface CallFlags {
  readonly agency: string;
  readonly map: string;
  readonly timeZone: string;
  readonly codes?: string;
}

/** `corespond import calls`. */
export function importCallsCommand(): Command {
  return importer(
    "calls",
    "FILE",
    "Import calls for service from any dispatch system's CSV, in UTF-8. An interrupted import goes on where it stopped when it is started again.",
  )
    .requiredOption("--agency <ori>", "whose calls these are, or the dispatch center whose feed it is")
    .requiredOption("--map <file>", "which column is what, as YAML")
    .requiredOption("--time-zone <zone>", "the IANA time zone of times without an offset")
    .option("--codes <file>", "which common code (APCO) each local code stands for, as YAML")
    .action(async (path: string, flags: ImportFlags & CallFlags) => {
      const { agency, timeZone } = flags;
      const map = await readYaml(flags.map);
      const codes = flags.codes === undefined ? undefined : await readYaml(flags.codes);
      await runImport(flags, {
        slice: "agencies",
        act: (contextOf, options) => importCalls(contextOf, { path, agency, timeZone, map, codes, ...options }),
        textOf: callSummaryText,
      });
    });
}
