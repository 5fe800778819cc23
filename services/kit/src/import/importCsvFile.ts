import { basename, resolve } from "node:path";

import { invariant } from "../errors/invariant";
import { bulkMerge } from "./bulkMerge";
import { ImportError } from "./importError";
import type { ImportRun } from "./importRun";
import type { MergePlan, MergeRow } from "./mergePlan";
import { readCsv, type CsvOptions, type CsvRow } from "./readCsv";
import { rejection, type Rejection, type RejectionSeverity } from "./rejection";

/** What an importer has to say about a row: several fields can be wrong at once. */
export interface RowNotes<C extends string> {
  /** The row is not imported. */
  reject(field: C, code: string, reason: string): void;
  /** The row is imported, and somebody should look at it. */
  warn(field: C, code: string, reason: string): void;
}

/** How one CSV file becomes rows of one table. One with its own columns is assignable to one of any columns. */
export interface CsvImport<C extends string = string, N extends string = string> {
  readonly path: string;
  readonly csv: CsvOptions<C>;
  readonly merge: MergePlan<N>;
  /** The values of a row by column of the merge; undefined where it was rejected. */
  toValues(row: CsvRow<C>, notes: RowNotes<C>): Readonly<Record<N, unknown>> | undefined;
}

/** Imports one CSV file within a run: reads, maps, merges, and reports every row that could not be. */
export async function importCsvFile<C extends string, N extends string>(
  run: ImportRun,
  plan: CsvImport<C, N>,
): Promise<void> {
  const file = basename(plan.path);
  if (run.report.path === resolve(plan.path)) {
    throw new ImportError("BAD_REPORT_PATH", {
      file: plan.path,
      problem: "the report would replace the file",
      remedy: "Give the report another name.",
    });
  }
  run.report.fileOpened(file);
  let bytesTotal = 0;
  const onBytes = (bytes: { readonly bytesRead: number; readonly bytesTotal: number }): void => {
    bytesTotal = bytes.bytesTotal;
    run.progress({ file, phase: "reading", ...bytes });
  };
  const merged = await bulkMerge(run.client, plan.merge, {
    rows: mergeRows(run, plan, onBytes),
    onRejection: async (found) => {
      const entry = rejection({ file, ...found });
      await (entry.severity === "warning" ? run.report.warned(entry) : run.report.rowRejected(file, [entry]));
    },
    onStaged: () => run.progress({ file, phase: "merging", bytesRead: bytesTotal, bytesTotal }),
    signal: run.signal,
  });
  run.report.rowsMerged(file, merged);
}

async function* mergeRows<C extends string, N extends string>(
  { report, signal }: ImportRun,
  plan: CsvImport<C, N>,
  onBytes: (bytes: { readonly bytesRead: number; readonly bytesTotal: number }) => void,
): AsyncGenerator<MergeRow, void, void> {
  const file = basename(plan.path);
  for await (const item of readCsv(plan.path, plan.csv, { onBytes, signal })) {
    if ("rejection" in item) {
      if (item.rejection.severity === "rejected") report.rowRead(file);
      await (item.rejection.severity === "warning"
        ? report.warned(item.rejection)
        : report.rowRejected(file, [item.rejection]));
      continue;
    }
    report.rowRead(file);
    const notes = new NotesOfRow(file, item);
    const values = plan.toValues(item, notes);
    for (const warning of notes.warnings) await report.warned(warning);
    const [first, ...others] = notes.rejections;
    if (first !== undefined) {
      await report.rowRejected(file, [first, ...others]);
    } else {
      invariant(
        values,
        `A row that is not imported is rejected with a reason, but line ${item.line} of ${file} was not`,
      );
      yield { line: item.line, values: plan.merge.columns.map(({ name }) => values[name]) };
    }
  }
}

class NotesOfRow<C extends string> implements RowNotes<C> {
  readonly rejections: Rejection[] = [];
  readonly warnings: Rejection[] = [];

  constructor(
    private readonly file: string,
    private readonly row: CsvRow<C>,
  ) {}

  reject(field: C, code: string, reason: string): void {
    this.rejections.push(this.#entry("rejected", { field, code, reason }));
  }

  warn(field: C, code: string, reason: string): void {
    this.warnings.push(this.#entry("warning", { field, code, reason }));
  }

  #entry(
    severity: RejectionSeverity,
    what: { readonly field: C; readonly code: string; readonly reason: string },
  ): Rejection {
    return rejection({ file: this.file, line: this.row.line, severity, value: this.row.record[what.field], ...what });
  }
}
