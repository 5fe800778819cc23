import { rejection, type Rejection, type RejectionSeverity } from "@corespond/kit";

/** A field of a row, and what is wrong with it. */
export interface FieldNote {
  /** The column as the file names it. */
  readonly field: string;
  readonly value: string | null;
  readonly code: string;
  readonly reason: string;
}

/** What an importer has to say about a row. */
export class RowNotes {
  readonly rejections: Rejection[] = [];
  readonly warnings: Rejection[] = [];

  constructor(
    private readonly file: string,
    private readonly line: number,
  ) {}

  /** The row is not imported. */
  reject(note: FieldNote): void {
    this.rejections.push(this.#entry("rejected", note));
  }

  /** The row is imported, and somebody should look at it. */
  warn(note: FieldNote): void {
    this.warnings.push(this.#entry("warning", note));
  }

  #entry(severity: RejectionSeverity, note: FieldNote): Rejection {
    return rejection({ file: this.file, line: this.line, severity, ...note });
  }
}
