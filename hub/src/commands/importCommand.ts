import { importAgencies, loadCounty, type CountyChanges } from "@corespond/agencies";
import { AcceptanceMode, importHsds } from "@corespond/resources";
import { Command, Option } from "commander";
import { readFile } from "node:fs/promises";

import { CommandError } from "../commandError";
import { withSlice } from "../start/withSlice";
import { importCallsCommand } from "./importCallsCommand";
import { importer, runImport, type ImportFlags } from "./importer";
import { importSubjectsCommand } from "./importSubjectsCommand";
import { importSummaryText } from "./importSummaryText";

interface HsdsFlags {
  readonly source: string;
  readonly timeZone: string;
  readonly acceptanceMode: string;
}

const acceptanceModes: ReadonlyMap<string, AcceptanceMode> = new Map(
  Object.values(AcceptanceMode).map((mode) => [mode.toLowerCase(), mode]),
);

/** `corespond import …`: bring in what others already have. */
export function importCommand(): Command {
  return new Command("import")
    .description(
      "Bring in agencies, calls for service and who was in them, a resource directory, or a county's own reference data; beside a running hub or without one.",
    )
    .addCommand(
      importer(
        "agencies",
        "FILE",
        "Import agencies from a CSV with the columns ori, county, latitude, longitude, agency_name, agency_type, is_nibrs, nibrs_start_date.",
      ).action(async (path: string, flags: ImportFlags) => {
        await runImport(flags, {
          slice: "agencies",
          act: (contextOf, options) => importAgencies(contextOf(), { path, ...options }),
          textOf: importSummaryText,
        });
      }),
    )
    .addCommand(importCallsCommand())
    .addCommand(importSubjectsCommand())
    .addCommand(
      importer("hsds", "DIR", "Import a resource directory: a folder of HSDS CSV files, version 2 or 3.")
        .option("--source <name>", "the directory's name, under which its ids are unique", "hsds")
        .option("--time-zone <zone>", "the IANA time zone of its opening hours", "America/Chicago")
        .addOption(
          new Option(
            "--acceptance-mode <mode>",
            "how a resident gets into services whose rows do not say; direct only where their organizations have agreed to take referrals here",
          )
            .choices([...acceptanceModes.keys()])
            .default("call_first"),
        )
        .action(async (directory: string, flags: ImportFlags & HsdsFlags) => {
          const { source, timeZone } = flags;
          const acceptanceMode = acceptanceModes.get(flags.acceptanceMode) ?? AcceptanceMode.CALL_FIRST;
          await runImport(flags, {
            slice: "resources",
            act: (contextOf, options) =>
              importHsds(contextOf(), { directory, source, timeZone, acceptanceMode, ...options }),
            textOf: importSummaryText,
          });
        }),
    )
    .addCommand(
      new Command("county")
        .description(
          "Load a county's reference data from JSON: agencies, jurisdictions, programs, staff and their sign-ins, assignments.",
        )
        .argument("<FILE>", "the file")
        .action(async (path: string) => {
          const data = await readJson(path);
          const changes = await withSlice("agencies", (context) => loadCounty(context, data as never));
          process.stdout.write(countyChangesText(changes));
        }),
    );
}

function countyChangesText(changes: CountyChanges): string {
  const changed = Object.entries(changes).filter(([, count]) => count > 0);
  return changed.length === 0
    ? "Nothing changed.\n"
    : `Added, changed or removed: ${changed.map(([list, count]) => `${list} ${String(count)}`).join(", ")}.\n`;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw new CommandError(`${path} is not JSON: ${error.message}`);
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new CommandError(`There is no file ${path}.`);
    throw error;
  }
}
