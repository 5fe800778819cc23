import { basename } from "node:path";

import { copyLine, readCsv, type ImportInPartsRun, type ImportProgress } from "@corespond/kit";

import type { CallMap } from "./callMap";
import type { CallReader } from "./callReader";
import { mapColumns } from "./mapColumns";
import { refuseColumns } from "./refusedColumns";
import { RowNotes } from "../rowNotes";

/** Rows of a feed, checked and in the form of COPY's text, that are kept together. */
export interface CallsPart {
  readonly lines: readonly Buffer[];
  /** Rows of the file that the part stands for, rejected ones included. */
  readonly rowsIn: number;
  readonly rejected: number;
  readonly warnings: number;
  readonly gaps: number;
  readonly overlaps: number;
}

/** What the parts of a feed are made of. */
export interface CallPartsOptions {
  readonly path: string;
  readonly map: CallMap;
  readonly reader: CallReader;
  /** Rows of the file that are done already. */
  readonly skip: number;
  readonly partRows: number;
  /** Told of each column that the map does not name. */
  readonly onIgnored: (column: string) => void;
}

const bufferedCharacters = 64 * 1024;

/** Reads a feed part by part, each as it is asked for, and reports what it must reject. */
export async function* callParts(
  run: ImportInPartsRun,
  options: CallPartsOptions,
): AsyncGenerator<CallsPart, void, void> {
  const { path, map, reader, skip, partRows } = options;
  const file = basename(path);
  refuseColumns(path, mapColumns(map), map.allow);
  const onBytes = (bytes: Pick<ImportProgress, "bytesRead" | "bytesTotal">): void => {
    run.progress({ file, phase: "reading", ...bytes });
  };
  const csv = { requiredColumns: mapColumns(map), delimiter: map.delimiter };
  let seen = 0;
  let part = new PartBuilder(reader);
  for await (const item of readCsv(path, csv, { onBytes, signal: run.signal })) {
    if ("rejection" in item && item.rejection.severity === "warning") {
      const column = item.rejection.field ?? "";
      refuseColumns(path, [column], map.allow);
      options.onIgnored(column);
      continue;
    }
    seen += 1;
    if (seen <= skip) continue;
    run.report.rowRead(file);
    const notes = new RowNotes(file, item.line);
    if ("rejection" in item) notes.rejections.push(item.rejection);
    else part.add(item.line, reader.read(item, notes));
    if (notes.rejections.length > 0 || notes.warnings.length > 0) await part.note(run, file, notes);
    part.rowsIn += 1;
    if (part.rowsIn < partRows) continue;
    yield part.done();
    part = new PartBuilder(reader);
  }
  if (part.rowsIn > 0) yield part.done();
}

class PartBuilder {
  rowsIn = 0;
  #rejected = 0;
  #warnings = 0;
  #text = "";
  readonly #lines: Buffer[] = [];
  readonly #changesBefore: { readonly gaps: number; readonly overlaps: number };

  constructor(private readonly reader: CallReader) {
    this.#changesBefore = reader.clockChanges;
  }

  add(line: number, values: readonly (string | null)[] | undefined): void {
    if (values === undefined) return;
    this.#text += copyLine([String(line), ...values]);
    if (this.#text.length >= bufferedCharacters) this.#flush();
  }

  async note({ report }: ImportInPartsRun, file: string, { rejections, warnings }: RowNotes): Promise<void> {
    const [first, ...others] = rejections;
    for (const warning of warnings) await report.warned(warning);
    this.#warnings += warnings.length;
    if (first === undefined) return;
    this.#rejected += 1;
    await report.rowRejected(file, [first, ...others]);
  }

  done(): CallsPart {
    this.#flush();
    const { gaps, overlaps } = this.reader.clockChanges;
    return {
      lines: this.#lines,
      rowsIn: this.rowsIn,
      rejected: this.#rejected,
      warnings: this.#warnings,
      gaps: gaps - this.#changesBefore.gaps,
      overlaps: overlaps - this.#changesBefore.overlaps,
    };
  }

  #flush(): void {
    if (this.#text !== "") this.#lines.push(Buffer.from(this.#text, "utf8"));
    this.#text = "";
  }
}
