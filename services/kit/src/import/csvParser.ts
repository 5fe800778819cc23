import { CsvError, parse, type InfoRecord, type Options, type Parser } from "csv-parse";
import { Readable, pipeline } from "node:stream";

import { ImportError } from "./importError";
import { PhysicalLines } from "./physicalLines";

/** A row as it stands in a file: its fields' characters are the file's bytes. */
export interface RawRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The shape of a CSV file. */
export interface CsvShape {
  readonly path: string;
  readonly delimiter: string;
  readonly maxRowBytes: number;
}

/**
 * Yields the rows of a stream of CSV (RFC 4180, with any of the three line ends, also mixed) as they are asked for.
 * Wrong quotes and a row that is too long stop it, because after them nobody knows where the next row starts.
 */
export async function* parseRows(shape: CsvShape, bytes: AsyncIterable<Buffer>): AsyncGenerator<RawRow, void, void> {
  const rowStarts = new RowStarts();
  const parser = parse(parserOptions(shape, rowStarts));
  // Every error of the pipeline also destroys the parser with it, so the loop below throws it.
  pipeline(Readable.from(rowStarts.watch(bytes), { objectMode: false }), parser, () => undefined);
  try {
    yield* parser as Parser & AsyncIterable<RawRow>;
  } catch (error) {
    throw error instanceof CsvError ? asImportError(shape, error, rowStarts.next()) : error;
  }
}

/** Finds the physical line on which each row starts. */
class RowStarts {
  readonly #lines = new PhysicalLines();
  #endOfLastRow = 0;
  #emptyLines = 0;

  async *watch(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
    for await (const chunk of bytes) {
      this.#lines.feed(chunk);
      yield chunk;
    }
  }

  /** The line on which the row starts that the parser has just finished. */
  finished(info: Pick<InfoRecord, "bytes" | "empty_lines">): number {
    const line = this.next() + info.empty_lines - this.#emptyLines;
    this.#endOfLastRow = info.bytes;
    this.#emptyLines = info.empty_lines;
    return line;
  }

  /** The line after the last row. */
  next(): number {
    return this.#lines.endedBefore(this.#endOfLastRow) + 1;
  }
}

function parserOptions(shape: CsvShape, rowStarts: RowStarts): Options {
  const onRecord = (fields: readonly string[], info: InfoRecord): RawRow => ({ line: rowStarts.finished(info), fields });
  return {
    // One character per byte, so that a row whose bytes are not of the file's encoding can be told from its neighbours.
    encoding: "latin1",
    delimiter: shape.delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: shape.maxRowBytes,
    relax_column_count: true,
    skip_empty_lines: true,
    // The declared types want a row to stay a list of strings; the library takes whatever is returned.
    on_record: onRecord as unknown as NonNullable<Options["on_record"]>,
  };
}

function asImportError({ path, maxRowBytes }: CsvShape, error: CsvError, line: number): unknown {
  const where = { file: path, line };
  const field = `field ${Number(error["index"]) + 1} of the row that starts here`;
  const doubled = "Enclose the field in quotes and double each quote within it.";
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return new ImportError("BAD_QUOTES", { ...where, problem: `a quote opens ${field} and is never closed`, remedy: doubled });
    case "CSV_INVALID_CLOSING_QUOTE":
      return new ImportError("BAD_QUOTES", { ...where, problem: `text follows the closing quote of ${field}`, remedy: doubled });
    case "INVALID_OPENING_QUOTE":
      return new ImportError("BAD_QUOTES", { ...where, problem: `a quote stands inside the unquoted ${field}`, remedy: doubled });
    case "CSV_MAX_RECORD_SIZE":
      return new ImportError("ROW_TOO_LARGE", {
        ...where,
        problem: `the row that starts here is longer than ${maxRowBytes} bytes`,
        remedy: "Look for a quote that is not closed on this line, or shorten the row.",
      });
    default:
      return error;
  }
}
