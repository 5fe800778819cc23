import type { ImportProgress, RequestContext } from "@corespond/kit";
import { SingleBar } from "cli-progress";
import { Command } from "commander";

import { withSlice } from "../start/withSlice";

/** The flags of every importer. */
export interface ImportFlags {
  readonly dryRun?: boolean;
  readonly report?: string;
  readonly json?: boolean;
}

/** What every importer of the slices is given. */
interface ImporterOptions {
  readonly dryRun: boolean;
  readonly reportPath: string | undefined;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
}

/** A command that imports a file or folder, with the flags of every importer. */
export function importer(name: string, argument: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument(`<${argument}>`, argument === "DIR" ? "the folder" : "the file")
    .option("--dry-run", "do everything, report, and keep nothing")
    .option("--report <file>", "write every rejected row and warning to a .csv or .jsonl file")
    .option("--json", "print the counts as one line of JSON");
}

/** An importer of a slice, and how what it did is told at a terminal. */
export interface Importing<S> {
  readonly slice: string;
  readonly act: (contextOf: () => RequestContext, options: ImporterOptions) => Promise<S>;
  readonly textOf: (summary: S, report: string | undefined) => string;
}

/** Runs an importer in its slice, shows how far it is, and prints what it did. Ctrl+C ends it. */
export async function runImport<S>(flags: ImportFlags, { slice, act, textOf }: Importing<S>): Promise<void> {
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
