import { decodeField, type CsvEncoding } from "./csvEncoding";
import { ImportError } from "./importError";

/** What a file's header must and may hold. Names are compared exactly, case included, after trimming. */
export interface CsvColumns<C extends string> {
  readonly requiredColumns: readonly C[];
  readonly optionalColumns?: readonly C[];
  /** What becomes of a column that is neither: `warn` (the default) reports it and skips its values, `refuse` stops. */
  readonly unknownColumns?: "warn" | "refuse";
}

/** A header that was matched with the columns that an importer knows. */
export interface CsvHeader<C extends string> {
  readonly width: number;
  /** Of each known column, where it stands in a row; -1 for an optional one that the file has not. */
  readonly known: readonly { readonly name: C; readonly index: number }[];
  readonly unknown: readonly string[];
}

/** A header's fields as they stand in the file, and where. */
export interface CsvHeaderRow {
  readonly path: string;
  readonly line: number;
  readonly encoding: CsvEncoding;
  readonly fields: readonly string[];
}

/** Matches a header's fields with the columns that an importer knows, or throws `BAD_HEADER`. */
export function matchHeader<C extends string>(row: CsvHeaderRow, columns: CsvColumns<C>): CsvHeader<C> {
  const names = row.fields.map((field, index) => columnName(row, field, index));
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw badHeader(row, `the column "${repeated}" stands there twice`);
  const missing = columns.requiredColumns.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw badHeader(row, `the header lacks ${quoted(missing)}; it has ${quoted(names)}${separatorHint(names)}`);
  const wanted = [...columns.requiredColumns, ...(columns.optionalColumns ?? [])];
  const unknown = names.filter((name) => !wanted.some((known) => known === name));
  if (columns.unknownColumns === "refuse" && unknown.length > 0) {
    throw badHeader(row, `the header has ${quoted(unknown)}, which this import does not know`);
  }
  return { width: names.length, known: wanted.map((name) => ({ name, index: names.indexOf(name) })), unknown };
}

function columnName(row: CsvHeaderRow, field: string, index: number): string {
  const name = decodeField(field, row.encoding);
  if (name === undefined) throw badHeader(row, "the header is not valid UTF-8", "Save the file as UTF-8.");
  if (name.includes("\0")) throw badHeader(row, "the header is not text");
  // A spreadsheet that once held a further column writes its header as an empty field.
  return name.trim() === "" ? `(column ${index + 1}, unnamed)` : name.trim();
}

const exportAgain = "Correct the first row, or export the file again.";

function badHeader({ path, line }: CsvHeaderRow, problem: string, remedy = exportAgain): ImportError {
  return new ImportError("BAD_HEADER", { file: path, line, problem, remedy });
}

function separatorHint(names: readonly string[]): string {
  const separator = names.length === 1 && [";", "\t", "|"].find((character) => names[0]?.includes(character));
  return separator
    ? `, so its fields seem to be separated by ${separator === "\t" ? "tabs" : `"${separator}"`} instead of commas`
    : "";
}

function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => `"${name.length > 40 ? `${name.slice(0, 40)}…` : name}"`);
  return names.length > shown.length ? `${shown.join(", ")} and ${names.length - shown.length} more` : shown.join(", ");
}
