import { CsvError, Parser, type Info } from "csv-parse";
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
  const parser = new RowParser(shape, rowStarts);
  // Every error of the pipeline also destroys the parser with it, so the loop below throws it.
  pipeline(Readable.from(rowStarts.watch(bytes), { objectMode: false }), parser, () => undefined);
  try {
    yield* parser as AsyncIterable<RawRow>;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw asImportError(shape, error, rowStarts.unfinished(Number(error["empty_lines"])));
  }
}

/** csv-parse, whose rows carry their line. Its own `info` per row would cost as much again as the parsing. */
class RowParser extends Parser {
  constructor(
    { delimiter, maxRowBytes }: CsvShape,
    private readonly rowStarts: RowStarts,
  ) {
    super({
      // One character per byte, so that a row whose bytes are not of the file's encoding can be told from the others.
      encoding: "latin1",
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: maxRowBytes,
      relax_column_count: true,
      skip_empty_lines: true,
    });
  }

  override push(fields: readonly string[] | null): boolean {
    return super.push(fields === null ? null : ({ line: this.rowStarts.finished(this.info), fields } satisfies RawRow));
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
  finished(info: Pick<Info, "bytes" | "empty_lines">): number {
    const line = this.unfinished(info.empty_lines);
    this.#endOfLastRow = info.bytes;
    this.#emptyLines = info.empty_lines;
    return line;
  }

  /** The line on which the row starts that the parser is at, after so many empty lines in all. */
  unfinished(emptyLines: number): number {
    return this.#lines.endedBefore(this.#endOfLastRow) + 1 + emptyLines - this.#emptyLines;
  }
}

function asImportError({ path, maxRowBytes }: CsvShape, error: CsvError, line: number): unknown {
  const where = { file: path, line };
  const field = `field ${Number(error["index"]) + 1} of the row that starts here`;
  const doubled = "Enclose the field in quotes and double each quote within it.";
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return new ImportError("BAD_QUOTES", {
        ...where,
        problem: `a quote opens ${field} and is never closed`,
        remedy: doubled,
      });
    case "CSV_INVALID_CLOSING_QUOTE":
      return new ImportError("BAD_QUOTES", {
        ...where,
        problem: `text follows the closing quote of ${field}`,
        remedy: doubled,
      });
    case "INVALID_OPENING_QUOTE":
      return new ImportError("BAD_QUOTES", {
        ...where,
        problem: `a quote stands inside the unquoted ${field}`,
        remedy: doubled,
      });
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
