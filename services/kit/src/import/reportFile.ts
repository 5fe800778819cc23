import { randomUUID } from "node:crypto";
import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";

import { ImportError } from "./importError";
import type { Rejection } from "./rejection";
import { systemErrorCode } from "./systemErrorCode";

/** A line of a report. `failed` stands for the whole import: nothing of it was kept. */
export type ReportEntry = Omit<Rejection, "severity" | "line"> & {
  readonly line: number | null;
  readonly severity: Rejection["severity"] | "failed";
};

const columns = [
  "file",
  "line",
  "field",
  "value",
  "reason",
  "code",
  "severity",
] as const satisfies readonly (keyof ReportEntry)[];

interface ReportFormat {
  readonly head: string;
  readonly line: (entry: ReportEntry) => string;
}

const formats: Readonly<Record<string, ReportFormat>> = {
  ".csv": {
    head: `${columns.join(",")}\r\n`,
    line: (entry) => `${columns.map((column) => csvField(entry[column])).join(",")}\r\n`,
  },
  ".jsonl": { head: "", line: (entry) => `${JSON.stringify(entry, [...columns])}\n` },
};

const bufferedCharacters = 64 * 1024;

/**
 * A report on the disk, as CSV or as JSON Lines by its extension. It is written beside its path and takes the path's
 * place when it is whole, so that a reader never sees a half of it; only its owner may read it, since it quotes data.
 */
export class ReportFile {
  #buffer: string;

  private constructor(
    /** Where the report will stand, as an absolute path. */
    readonly path: string,
    private readonly temporary: { readonly path: string; readonly handle: FileHandle },
    private readonly format: ReportFormat,
  ) {
    this.#buffer = format.head;
  }

  static async open(path: string): Promise<ReportFile> {
    const format = formats[extname(path).toLowerCase()];
    if (format === undefined)
      throw badPath(path, "a report is CSV or JSON Lines", "Let its name end in .csv or .jsonl.");
    const whole = resolve(path);
    const temporaryPath = join(dirname(whole), `.${basename(whole)}.${randomUUID()}`);
    try {
      const handle = await open(temporaryPath, "wx", 0o600);
      return new ReportFile(whole, { path: temporaryPath, handle }, format);
    } catch (error) {
      throw badPath(
        path,
        `the report cannot be written there (${systemErrorCode(error) ?? "unknown"})`,
        "Name a file in a folder that exists and may be written to.",
      );
    }
  }

  async write(entry: ReportEntry): Promise<void> {
    this.#buffer += this.format.line(entry);
    if (this.#buffer.length >= bufferedCharacters) await this.#flush();
  }

  /** Puts everything on the disk, still under the temporary name. */
  async complete(): Promise<void> {
    await this.#flush();
    await this.#attempt(async () => await this.temporary.handle.sync());
  }

  /** Gives a completed report its name. Nothing can be written after that. */
  async publish(): Promise<void> {
    await this.#attempt(async () => {
      await this.temporary.handle.close();
      await rename(this.temporary.path, this.path);
    });
  }

  /** Removes a report that cannot be completed. */
  async discard(): Promise<void> {
    await this.temporary.handle.close();
    await rm(this.temporary.path, { force: true });
  }

  async #flush(): Promise<void> {
    const text = this.#buffer;
    this.#buffer = "";
    if (text !== "") await this.#attempt(async () => await this.temporary.handle.appendFile(text, "utf8"));
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      throw new ImportError("REPORT_NOT_WRITTEN", {
        file: this.path,
        problem: `the report cannot be written (${systemErrorCode(error) ?? "unknown"})`,
        remedy: "Make room there, or name another path.",
      });
    }
  }
}

function csvField(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const badPath = (file: string, problem: string, remedy: string): ImportError =>
  new ImportError("BAD_REPORT_PATH", { file, problem, remedy });
