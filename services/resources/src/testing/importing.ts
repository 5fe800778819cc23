import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { ImportSummary } from "@corespond/kit";

import { importHsds, type ImportHsdsOptions } from "../importers/importHsds";
import type { DirectoryFolder } from "./directoryFolder";
import type { Resources } from "./startResources";

/** An entry of a report. */
export interface ReportEntry {
  readonly file: string;
  readonly line: number;
  readonly field: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly severity: string;
  readonly reason: string;
}

/** What an import did, and its whole report. */
export interface Imported {
  readonly summary: ImportSummary;
  readonly entries: readonly ReportEntry[];
}

/** Imports a folder, with its report beside its files. */
export async function importFolder(
  resources: Resources,
  folder: Pick<DirectoryFolder, "path">,
  options: Partial<ImportHsdsOptions> & { readonly reportFolder?: string } = {},
): Promise<Imported> {
  const { reportFolder = folder.path, ...given } = options;
  const reportPath = join(reportFolder, "report.jsonl");
  const context = resources.slice.systemContext("import");
  const summary = await importHsds(context, { directory: folder.path, source: "test", reportPath, ...given });
  const lines = readFileSync(reportPath, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return { summary, entries: lines.map((line) => JSON.parse(line) as ReportEntry) };
}
