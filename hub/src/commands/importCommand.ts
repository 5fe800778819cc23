import { importAgencies, importCalls, loadCounty, type CountyChanges } from "@corespond/agencies";
import type { ImportProgress, RequestContext } from "@corespond/kit";
import { AcceptanceMode, importHsds } from "@corespond/resources";
import { SingleBar } from "cli-progress";
import { Command, Option } from "commander";
import { readFile } from "node:fs/promises";

import { CommandError } from "../commandError";
import { withSlice } from "../start/withSlice";
import { callSummaryText } from "./callSummaryText";
import { importSummaryText } from "./importSummaryText";
import { readYaml } from "./readYaml";

interface ImportFlags {
  readonly dryRun?: boolean;
  readonly report?: string;
  readonly json?: boolean;
}

interface HsdsFlags {
  readonly source: string;
  readonly timeZone: string;
  readonly acceptanceMode: string;
}

interface CallFlags {
  readonly agency: string;
  readonly map: string;
  readonly timeZone: string;
  readonly codes?: string;
}

const acceptanceModes: ReadonlyMap<string, AcceptanceMode> = new Map(
  Object.values(AcceptanceMode).map((mode) => [mode.toLowerCase(), mode]),
);

/** What every importer of the slices is given. */
interface ImporterOptions {
  readonly dryRun: boolean;
  readonly reportPath: string | undefined;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
}

/** `corespond import …`: bring in what others already have. */
export function importCommand(): Command {
  return new Command("import")
    .description(
      "Bring in agencies, calls for service, a resource directory, or a county's own reference data; beside a running hub or without one.",
    )
    .addCommand(
      importer(
        "agencies",
        "FILE",
        "Import agencies from a CSV with the columns ori, county, latitude, longitude, agency_name, agency_type, is_nibrs, nibrs_start_date.",
      ).action(async (path: string, flags: ImportFlags) => {
        await runImport("agencies", flags, {
          act: (contextOf, options) => importAgencies(contextOf(), { path, ...options }),
          textOf: importSummaryText,
        });
      }),
    )
    .addCommand(
      importer(
        "calls",
        "FILE",
        "Import calls for service from any dispatch system's CSV. An interrupted import goes on where it stopped when it is started again.",
      )
        .requiredOption("--agency <ori>", "whose calls these are, or the dispatch center whose feed it is")
        .requiredOption("--map <file>", "which column is what, as YAML")
        .requiredOption("--time-zone <zone>", "the IANA time zone of times without an offset")
        .option("--codes <file>", "which common code (APCO) each local code stands for, as YAML")
        .action(async (path: string, flags: ImportFlags & CallFlags) => {
          const { agency, timeZone } = flags;
          const map = await readYaml(flags.map);
          const codes = flags.codes === undefined ? undefined : await readYaml(flags.codes);
          await runImport("agencies", flags, {
            act: (contextOf, options) => importCalls(contextOf, { path, agency, timeZone, map, codes, ...options }),
            textOf: callSummaryText,
          });
        }),
    )
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
          await runImport("resources", flags, {
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

function importer(name: string, argument: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument(`<${argument}>`, argument === "DIR" ? "the folder" : "the file")
    .option("--dry-run", "do everything, report, and keep nothing")
    .option("--report <file>", "write every rejected row and warning to a .csv or .jsonl file")
    .option("--json", "print the counts as one line of JSON");
}

/** An importer of a slice, and how what it did is told at a terminal. */
interface Importing<S> {
  readonly act: (contextOf: () => RequestContext, options: ImporterOptions) => Promise<S>;
  readonly textOf: (summary: S, report: string | undefined) => string;
}

async function runImport<S>(slice: string, flags: ImportFlags, { act, textOf }: Importing<S>): Promise<void> {
  const interrupted = new AbortController();
  const interrupt = (): void => {
    interrupted.abort();
  };
  process.once("SIGINT", interrupt);
  const progress = progressBar(flags.json === true);
  try {
    const summary = await withSlice(slice, (_context, contextOf) =>
      act(contextOf, {
        dryRun: flags.dryRun === true,
        reportPath: flags.report,
        onProgress: progress.update,
        signal: interrupted.signal,
      }),
    );
    progress.stop();
    process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : textOf(summary, flags.report));
  } finally {
    progress.stop();
    process.off("SIGINT", interrupt);
  }
}

function progressBar(silent: boolean): {
  readonly update: (progress: ImportProgress) => void;
  readonly stop: () => void;
} {
  if (silent) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: "{file} {bar} {percentage}%",
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  let file: string | undefined;
  return {
    update(progress) {
      if (file === undefined) bar.start(progress.bytesTotal, 0, { file: progress.file });
      file = progress.file;
      bar.setTotal(progress.bytesTotal);
      bar.update(progress.bytesRead, { file });
    },
    stop: () => {
      bar.stop();
    },
  };
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
