import type { CsvRow, RowNotes } from "@corespond/kit";

import type { ImportedDirectory } from "./importedDirectory";

/** One row of a directory's file while it is read: its values without spaces around them, and what is said about them. */
export class RowReading {
  constructor(
    private readonly row: CsvRow<string>,
    private readonly notes: RowNotes<string>,
    readonly directory: ImportedDirectory,
  ) {}

  /** The first of the fields that holds something; a directory has the older or the newer name of a field. */
  cell(fields: readonly [string, ...string[]]): Cell {
    const field = fields.find((name) => this.text(name) !== null) ?? fields[0];
    return { field, value: this.text(field), reading: this };
  }

  text(field: string): string | null {
    const text = this.row.record[field]?.trim() ?? "";
    return text === "" ? null : text;
  }

  /** The row is not imported. */
  reject(field: string, code: string, reason: string): void {
    this.notes.reject(field, code, reason);
  }

  /** The row is imported, and somebody should look at it. */
  warn(field: string, code: string, reason: string): void {
    this.notes.warn(field, code, reason);
  }
}

/** One value of a row. */
export interface Cell {
  readonly field: string;
  readonly value: string | null;
  readonly reading: RowReading;
}
