import { importCsvFile, type ImportRun, type MergeReference } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import type { LinkedTable } from "./directoryIds";
import { requiredValue, type HsdsColumn } from "./hsdsColumn";
import { followLinks, type HsdsLink } from "./hsdsLink";
import type { ImportedDirectory } from "./importedDirectory";
import { RowReading } from "./rowReading";

/** How the files of one table of HSDS become rows of one of ours. */
export interface HsdsTable {
  /** The names of the files: that of HSDS 3.1, then older ones. */
  readonly files: readonly string[];
  readonly table: string;
  readonly links?: readonly HsdsLink[];
  /** Further tables whose ids the derived columns look up. */
  readonly reads?: readonly LinkedTable[];
  /** By our column's name. */
  readonly columns: Readonly<Record<string, HsdsColumn>>;
  /** Columns that follow from several fields at once, and those fields. */
  readonly derived?: {
    readonly columns: readonly string[];
    readonly jsonColumns?: readonly string[];
    readonly fields: readonly string[];
    readonly read: (reading: RowReading) => Readonly<Record<string, unknown>>;
  };
  readonly references?: readonly MergeReference[];
  /** Columns that are only there to find a parent by. */
  readonly stagedOnly?: readonly string[];
  /** Reads what the rows are compared with. */
  readonly prepare?: (run: ImportRun, directory: ImportedDirectory, path: string) => Promise<Partial<HsdsTable>>;
}

/** Imports one file of a directory. */
export async function importHsdsFile(
  run: ImportRun,
  directory: ImportedDirectory,
  file: { readonly path: string; readonly table: HsdsTable },
): Promise<void> {
  const table = { ...file.table, ...(await file.table.prepare?.(run, directory, file.path)) };
  const { links = [], columns, derived } = table;
  await directory.ids.read([...links.map((link) => link.table), ...(table.reads ?? [])]);
  const names = [
    "id",
    "source",
    "external_id",
    ...links.flatMap(({ column, furtherColumn }) => [column, ...(furtherColumn === undefined ? [] : [furtherColumn])]),
    ...Object.keys(columns),
    ...(derived?.columns ?? []),
  ];
  await importCsvFile<string, string>(run, {
    path: file.path,
    csv: csvColumns(table),
    merge: {
      table: table.table,
      key: ["source", "external_id"],
      insertOnly: ["id"],
      columns: names.map((name) => ({
        name,
        field: fieldOf(table, name),
        ...(derived?.jsonColumns?.includes(name) && { json: true }),
        ...(table.stagedOnly?.includes(name) && { stagedOnly: true }),
      })),
      references: table.references ?? [],
    },
    toValues: (row, notes) => valuesOf(table, new RowReading(row, notes, directory)),
  });
}

function csvColumns({ links = [], columns, derived }: HsdsTable): {
  readonly requiredColumns: readonly string[];
  readonly optionalColumns: readonly string[];
} {
  const all = Object.values(columns);
  const required = all
    .filter((column) => column.required && column.fields.length === 1)
    .flatMap(({ fields }) => fields);
  const needed = links.filter(({ need }) => need === "always").map(({ field }) => field);
  const requiredColumns = [...new Set(["id", ...needed, ...required])];
  const fields = [
    ...links.map(({ field }) => field),
    ...all.flatMap((column) => column.fields),
    ...(derived?.fields ?? []),
  ];
  return { requiredColumns, optionalColumns: [...new Set(fields)].filter((field) => !requiredColumns.includes(field)) };
}

function fieldOf({ links = [], columns }: HsdsTable, name: string): string {
  if (name === "external_id") return "id";
  return links.find(({ column }) => column === name)?.field ?? columns[name]?.fields[0] ?? name;
}

function valuesOf({ links = [], columns, derived }: HsdsTable, reading: RowReading): Readonly<Record<string, unknown>> {
  return {
    id: uuidv7(),
    source: reading.directory.source,
    external_id: requiredValue(reading.cell(["id"])),
    ...followLinks(links, reading),
    ...Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, column.read(reading.cell(column.fields))]),
    ),
    ...derived?.read(reading),
  };
}
