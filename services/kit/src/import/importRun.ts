import type { ClientBase } from "pg";

import { ImportError } from "./importError";
import { importFailure } from "./importFailure";
import { ImportReport, type ImportSummary } from "./importReport";
import { inImportTransaction, type ImportTransactionOptions } from "./importTransaction";

/** How far an import is: a file's bytes while it is read, then the set-based part, of which no measure is known. */
export interface ImportProgress {
  readonly file: string;
  readonly phase: "reading" | "merging";
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** How an import runs. */
export interface ImportOptions extends ImportTransactionOptions {
  /** Where the report goes: a path that ends in .csv or .jsonl. */
  readonly reportPath?: string | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** A running import: one transaction and one report for all of its files. */
export interface ImportRun {
  readonly client: ClientBase;
  readonly report: ImportReport;
  readonly progress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs `work` as one import: everything in one transaction, which is committed only if no row was lost on the way and
 * the report is on the disk. Throws an `ImportError` for what the person who started it can mend.
 */
export async function importRun(
  options: ImportOptions,
  work: (run: ImportRun) => Promise<void>,
): Promise<ImportSummary> {
  const { signal, dryRun = false } = options;
  const report = await ImportReport.open(options.reportPath);
  const progress = options.onProgress ?? (() => undefined);
  const summary = await inImportTransaction(options, async (client) => {
    await work({ client, report, progress, signal });
    signal?.throwIfAborted();
    return await report.complete(dryRun);
  }).catch(async (error: unknown) => await failed(report, importFailure(error, signal)));
  await publish(report, dryRun);
  return summary;
}

async function publish(report: ImportReport, dryRun: boolean): Promise<void> {
  try {
    await report.publish();
  } catch (error) {
    throw new ImportError("REPORT_NOT_WRITTEN", {
      problem: `${dryRun ? "the trial run is over" : "the import is done and kept"}, but its report is not in its place`,
      remedy: error instanceof Error ? error.message : "",
    });
  }
}

async function failed(report: ImportReport, error: unknown): Promise<never> {
  const { file = "", line = null } = error instanceof ImportError ? error : {};
  const [code, why] =
    error instanceof ImportError ? [error.kind, error.message] : ["INTERNAL_ERROR", "An unexpected error stopped it."];
  try {
    await report.fail({ file, line, code, reason: `Nothing was imported. ${why}` });
  } catch (reportError) {
    const message = `${why} The report could not be written either.`;
    throw new AggregateError([error, reportError], message, { cause: reportError });
  }
  throw error;
}
