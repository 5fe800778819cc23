/**
 * Why an import stopped as a whole. Nothing of a stopped import stays in the database, except what an
 * import in parts has committed before, and after `REPORT_NOT_WRITTEN`, whose message says what was kept.
 */
export type ImportErrorKind =
  | "ABORTED"
  | "BAD_HEADER"
  | "BAD_MAP"
  | "BAD_QUOTES"
  | "BAD_REPORT_PATH"
  | "BUSY"
  | "CHANGED_WHILE_READ"
  | "DATABASE_UNAVAILABLE"
  | "EMPTY_FILE"
  | "MISSING_FILE"
  | "REFUSED_BY_DATABASE"
  | "REFUSED_COLUMN"
  | "REPORT_NOT_WRITTEN"
  | "ROW_TOO_LARGE"
  | "UNKNOWN_OWNER"
  | "UNREADABLE";

/** What the message of an `ImportError` is made of: where it happened, what is wrong, and what to do about it. */
export interface ImportProblem {
  readonly file?: string;
  readonly line?: number;
  readonly problem: string;
  readonly remedy: string;
}

/** An import that stops as a whole, for a reason that the person who started it can mend. It quotes no field's value. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  readonly file: string | undefined;
  readonly line: number | undefined;

  constructor(
    readonly kind: ImportErrorKind,
    { file, line, problem, remedy }: ImportProblem,
  ) {
    const place = [file, line === undefined ? undefined : `line ${line}`]
      .filter((part) => part !== undefined)
      .join(", ");
    super(`${place === "" ? "" : `${place}: `}${problem}. ${remedy}`);
    this.file = file;
    this.line = line;
  }
}
