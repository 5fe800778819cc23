import type { ClientBase } from "pg";

import { ImportError } from "./importError";
import { importFailure } from "./importFailure";
import { ImportReport, type ImportSummary } from "./importReport";
import { inImportSession, type ImportSession, type ImportSessionOptions } from "./importSession";
import { inImportTransaction, type ImportTransactionOptions } from "./importTransaction";

/** How far an import is: a file's bytes while it is read, then the set-based part, of which no measure is known. */
export interface ImportProgress {
  readonly file: string;
  readonly phase: "reading" | "merging";
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** What is told of a running import. */
interface Reporting {
  /** Where the report goes: a path that ends in .csv or .jsonl. */
  readonly reportPath?: string | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** How an import runs. */
export interface ImportOptions extends ImportTransactionOptions, Reporting {}

/** How an import in parts runs. */
export interface ImportInPartsOptions extends ImportSessionOptions, Reporting {}

/** What a running import has besides its connection. */
interface Running {
  readonly report: ImportReport;
  readonly progress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal | undefined;
}

/** A running import: one transaction and one report for all of its files. */
export interface ImportRun extends Running {
  readonly client: ClientBase;
}

/** A running import whose parts are kept one by one. */
export interface ImportInPartsRun extends Running {
  readonly session: ImportSession;
}

/**
 * Runs `work` as one import: everything in one transaction, which is committed only if no row was lost on the way and
 * the report is on the disk. Throws an `ImportError` for what the person who started it can mend.
 */
export async function importRun(
  options: ImportOptions,
  work: (run: ImportRun) => Promise<void>,
): Promise<ImportSummary> {
  return await reported(options, "Nothing was imported.", async (running) => {
    return await inImportTransaction(options, async (client) => {
      await work({ client, ...running });
      return await completed(running, options);
    });
  });
}

/**
 * Runs `work` as an import of many transactions: what one of them has committed is kept whatever becomes of the next,
 * so the work notes within each how far it is. A dry run keeps nothing of any. Errors are those of `importRun`.
 */
export async function importInParts(
  options: ImportInPartsOptions,
  work: (run: ImportInPartsRun) => Promise<void>,
): Promise<ImportSummary> {
  const kept = options.dryRun ? "Nothing was imported." : "What was imported before is kept.";
  return await reported(options, kept, async (running) => {
    return await inImportSession(options, async (session) => {
      await work({ session, ...running });
      return await completed(running, options);
    });
  });
}

async function completed(
  { report, signal }: Running,
  { dryRun = false }: ImportSessionOutcome,
): Promise<ImportSummary> {
  signal?.throwIfAborted();
  return await report.complete(dryRun);
}

type ImportSessionOutcome = Pick<ImportSessionOptions, "dryRun">;

async function reported(
  options: Reporting & ImportSessionOutcome & Pick<ImportSessionOptions, "signal">,
  kept: string,
  act: (running: Running) => Promise<ImportSummary>,
): Promise<ImportSummary> {
  const { signal, dryRun = false } = options;
  const report = await ImportReport.open(options.reportPath);
  const progress = options.onProgress ?? (() => undefined);
  const summary = await act({ report, progress, signal }).catch(
    async (error: unknown) => await failed(report, kept, importFailure(error, signal)),
  );
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

async function failed(report: ImportReport, kept: string, error: unknown): Promise<never> {
  const { file = "", line = null } = error instanceof ImportError ? error : {};
  const [code, why] =
    error instanceof ImportError ? [error.kind, error.message] : ["INTERNAL_ERROR", "An unexpected error stopped it."];
  try {
    await report.fail({ file, line, code, reason: `${kept} ${why}` });
  } catch (reportError) {
    const message = `${why} The report could not be written either.`;
    throw new AggregateError([error, reportError], message, { cause: reportError });
  }
  throw error;
}
