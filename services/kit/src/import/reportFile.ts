import { randomUUID } from "node:crypto";
import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";

import { ImportError } from "./importError";
import type { Rejection } from "./rejection";

/** A line of a report. `failed` stands for the whole import: nothing of it was kept. */
export type ReportEntry = Omit<Rejection, "severity" | "line"> & {
  readonly line: number | null;
  readonly severity: Rejection["severity"] | "failed";
};

const columns = ["file", "line", "field", "value", "reason", "code", "severity"] as const satisfies readonly (keyof ReportEntry)[];

const formats: Readonly<Record<string, { readonly head: string; readonly line: (entry: ReportEntry) => string }>> = {
  ".csv": { head: `${columns.join(",")}\r\n`, line: (entry) => `${columns.map((column) => csvField(entry[column])).join(",")}\r\n` },
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
    readonly path: string,
    private readonly temporaryPath: string,
    private readonly handle: FileHandle,
    private readonly format: { readonly head: string; readonly line: (entry: ReportEntry) => string },
  ) {
    this.#buffer = format.head;
  }

  static async open(path: string): Promise<ReportFile> {
    const format = formats[extname(path).toLowerCase()];
    if (format === undefined) throw badPath(path, "a report is CSV or JSON Lines", "Let its name end in .csv or .jsonl.");
    const whole = resolve(path);
    const temporaryPath = join(dirname(whole), `.${basename(whole)}.${randomUUID()}`);
    try {
      return new ReportFile(whole, temporaryPath, await open(temporaryPath, "wx", 0o600), format);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
      throw badPath(path, `the report cannot be written there (${code})`, "Name a file in a folder that exists and may be written to.");
    }
  }

  async write(entry: ReportEntry): Promise<void> {
    this.#buffer += this.format.line(entry);
    if (this.#buffer.length >= bufferedCharacters) await this.#flush();
  }

  /** Puts everything on the disk, still under the temporary name. */
  async complete(): Promise<void> {
    await this.#flush();
    await this.handle.sync();
  }

  /** Gives the report its name. Nothing can be written after that. */
  async publish(): Promise<void> {
    await this.complete();
    await this.handle.close();
    await rename(this.temporaryPath, this.path);
  }

  /** Removes the report where it cannot be completed. */
  async discard(): Promise<void> {
    await this.handle.close();
    await rm(this.temporaryPath, { force: true });
  }

  async #flush(): Promise<void> {
    const text = this.#buffer;
    this.#buffer = "";
    if (text !== "") await this.handle.appendFile(text, "utf8");
  }
}

function csvField(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const badPath = (file: string, problem: string, remedy: string): ImportError => new ImportError("BAD_REPORT_PATH", { file, problem, remedy });
