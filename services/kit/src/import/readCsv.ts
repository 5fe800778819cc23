import { basename } from "node:path";

import { readCsvBytes } from "./csvBytes";
import { decodeField, decodeForReport, linesBeforeInvalidUtf8, type CsvEncoding } from "./csvEncoding";
import { matchHeader, type CsvColumns, type CsvHeader } from "./csvHeader";
import { parseRows, type RawRow } from "./csvParser";
import { ImportError } from "./importError";
import type { ReadUnchangingOptions } from "./readUnchanging";
import { rejection, type Rejection } from "./rejection";

/** A row's values by column. An empty field is null, and so is a column that the file has not. */
export type CsvRecord<C extends string> = Readonly<Record<C, string | null>>;

/** A row that can be imported as far as CSV goes. */
export interface CsvRow<C extends string> {
  readonly line: number;
  readonly record: CsvRecord<C>;
}

/** A row that cannot be imported (`rejected`), or what is odd about the header (`warning`, which is no row). */
export interface CsvProblem {
  readonly line: number;
  readonly rejection: Rejection;
}

/** How a CSV file is read. */
export interface CsvOptions<C extends string> extends CsvColumns<C> {
  /** `utf-8` unless told otherwise. */
  readonly encoding?: CsvEncoding;
  /** A comma unless told otherwise. */
  readonly delimiter?: string;
  /** 1 MiB unless told otherwise. It also bounds what an unclosed quote can swallow. */
  readonly maxRowBytes?: number;
}

const defaultMaxRowBytes = 1024 * 1024;

/**
 * Reads a CSV file row by row, in memory that does not grow with the file. Throws an `ImportError` where the file as a
 * whole cannot be trusted; a row that cannot be decoded or has the wrong number of fields is yielded as a problem.
 */
export async function* readCsv<C extends string>(
  path: string,
  options: CsvOptions<C>,
  reading: ReadUnchangingOptions = {},
): AsyncGenerator<CsvRow<C> | CsvProblem, void, void> {
  const encoding = options.encoding ?? "utf-8";
  const shape = { path, delimiter: options.delimiter ?? ",", maxRowBytes: options.maxRowBytes ?? defaultMaxRowBytes };
  const file = basename(path);
  let header: CsvHeader<C> | undefined;
  for await (const row of parseRows(shape, readCsvBytes(path, reading))) {
    if (header === undefined) {
      header = matchHeader({ path, encoding, ...row }, options);
      yield* header.unknown.map((column) => unknownColumn(file, row.line, column));
    } else {
      yield readRow({ file, encoding, header }, row);
    }
  }
  if (header === undefined) {
    throw new ImportError("EMPTY_FILE", {
      file: path,
      problem: "the file is empty",
      remedy: "Export it again, with its header.",
    });
  }
}

interface RowContext<C extends string> {
  readonly file: string;
  readonly encoding: CsvEncoding;
  readonly header: CsvHeader<C>;
}

function readRow<C extends string>(context: RowContext<C>, row: RawRow): CsvRow<C> | CsvProblem {
  const { header, encoding } = context;
  if (row.fields.length !== header.width) return raggedRow(context, row);
  const record: Partial<Record<C, string | null>> = {};
  for (const { name, index } of header.known) {
    const bytes = row.fields[index] ?? "";
    const text = decodeField(bytes, encoding);
    if (text === undefined) return invalidUtf8(context, row, { name, index });
    if (text.includes("\0"))
      return problem(context, row.line, { code: "NUL_BYTE", field: name, value: text, reason: "holds a NUL byte" });
    record[name] = text === "" ? null : text;
  }
  return { line: row.line, record: record as CsvRecord<C> };
}

function raggedRow<C extends string>(context: RowContext<C>, row: RawRow): CsvProblem {
  const { width } = context.header;
  const value = decodeForReport(row.fields.join(","));
  const reason = `the row has ${row.fields.length} fields, the header has ${width}`;
  return problem(context, row.line, { code: "RAGGED_ROW", field: null, value, reason });
}

function invalidUtf8<C extends string>(
  context: RowContext<C>,
  row: RawRow,
  field: { readonly name: C; readonly index: number },
): CsvProblem {
  const before =
    row.fields
      .slice(0, field.index)
      .join(",")
      .match(/\r\n|\r|\n/g)?.length ?? 0;
  const bytes = row.fields[field.index] ?? "";
  const line = row.line + before + linesBeforeInvalidUtf8(bytes);
  const reason = `is not valid UTF-8 on line ${line}; save the file as UTF-8`;
  return problem(context, row.line, { code: "INVALID_UTF8", field: field.name, value: decodeForReport(bytes), reason });
}

function problem<C extends string>(
  { file }: RowContext<C>,
  line: number,
  what: Pick<Rejection, "code" | "field" | "value" | "reason">,
): CsvProblem {
  return { line, rejection: rejection({ file, line, severity: "rejected", ...what }) };
}

function unknownColumn(file: string, line: number, column: string): CsvProblem {
  const reason = "the import does not know this column; its values are not imported";
  return {
    line,
    rejection: rejection({
      file,
      line,
      severity: "warning",
      code: "UNKNOWN_COLUMN",
      field: column,
      value: null,
      reason,
    }),
  };
}
