import { invariant } from "../errors/invariant";
import type { Rejection } from "./rejection";
import { ReportFile, type ReportEntry } from "./reportFile";

/** What became of a file's rows: `rowsIn` = `loaded` + `unchanged` + `rejected`, always. Warnings count entries, not rows. */
export interface ImportCounts {
  readonly rowsIn: number;
  readonly loaded: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly warnings: number;
}

/** What an import did. */
export interface ImportSummary {
  readonly dryRun: boolean;
  readonly total: ImportCounts;
  readonly files: Readonly<Record<string, ImportCounts>>;
  /** The first 20 entries of the report, for a console. */
  readonly firstRejections: readonly Rejection[];
}

/** How a merge left the rows that it was given. */
export interface MergedRows {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

type Counting = { -readonly [K in keyof ImportCounts]: ImportCounts[K] };

const keptForConsole = 20;

const nothing: ImportCounts = { rowsIn: 0, loaded: 0, unchanged: 0, rejected: 0, warnings: 0 };

/** Counts an import's rows by file and streams its rejections to the disk. It never holds more than a few of them. */
export class ImportReport {
  readonly #files = new Map<string, Counting>();
  readonly #first: Rejection[] = [];

  private constructor(private readonly file: ReportFile | undefined) {}

  /** Opens a report that is also written to `path`, where one is given. */
  static async open(path?: string): Promise<ImportReport> {
    return new ImportReport(path === undefined ? undefined : await ReportFile.open(path));
  }

  /** Where the report will stand, as an absolute path. */
  get path(): string | undefined {
    return this.file?.path;
  }

  /** Makes a file stand in the summary even if it has no row. */
  fileOpened(file: string): void {
    this.#countsOf(file);
  }

  rowRead(file: string): void {
    this.#countsOf(file).rowsIn += 1;
  }

  /** Counts one row as rejected, for one reason or several. */
  async rowRejected(file: string, reasons: readonly [Rejection, ...Rejection[]]): Promise<void> {
    this.#countsOf(file).rejected += 1;
    for (const reason of reasons) await this.#write(reason);
  }

  async warned(warning: Rejection): Promise<void> {
    this.#countsOf(warning.file).warnings += 1;
    await this.#write(warning);
  }

  rowsMerged(file: string, { inserted, updated, unchanged }: MergedRows): void {
    const counts = this.#countsOf(file);
    counts.loaded += inserted + updated;
    counts.unchanged += unchanged;
  }

  /** Adds up, and throws if a row was lost or counted twice. The report is then on the disk under a temporary name. */
  async complete(dryRun: boolean): Promise<ImportSummary> {
    for (const [file, counts] of this.#files) assertNothingLost(file, counts);
    const total = [...this.#files.values()].reduce(add, nothing);
    await this.file?.complete();
    return {
      dryRun,
      total,
      files: Object.fromEntries([...this.#files].map(([file, counts]) => [file, { ...counts }])),
      firstRejections: [...this.#first],
    };
  }

  /** Gives the report its name. */
  async publish(): Promise<void> {
    await this.file?.publish();
  }

  /** Ends the report of an import that failed with a line that says so, and gives it its name. */
  async fail(failure: Pick<ReportEntry, "file" | "line" | "code" | "reason">): Promise<void> {
    try {
      await this.file?.write({ ...failure, field: null, value: null, severity: "failed" });
      await this.file?.complete();
    } catch (error) {
      await this.file?.discard();
      throw error;
    }
    await this.file?.publish();
  }

  async #write(entry: Rejection): Promise<void> {
    if (this.#first.length < keptForConsole) this.#first.push(entry);
    await this.file?.write(entry);
  }

  #countsOf(file: string): Counting {
    const found = this.#files.get(file);
    if (found !== undefined) return found;
    const counts = { ...nothing };
    this.#files.set(file, counts);
    return counts;
  }
}

function assertNothingLost(file: string, { rowsIn, loaded, unchanged, rejected }: ImportCounts): void {
  invariant(
    rowsIn === loaded + unchanged + rejected,
    `Every row of ${file} is loaded, unchanged or rejected, but ${rowsIn} rows came in and ${loaded} + ${unchanged} + ${rejected} went out.`,
  );
}

function add(left: ImportCounts, right: ImportCounts): ImportCounts {
  return {
    rowsIn: left.rowsIn + right.rowsIn,
    loaded: left.loaded + right.loaded,
    unchanged: left.unchanged + right.unchanged,
    rejected: left.rejected + right.rejected,
    warnings: left.warnings + right.warnings,
  };
}
