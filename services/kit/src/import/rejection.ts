/** `rejected`: the row is not imported. `warning`: it is, and somebody should look at it. */
export type RejectionSeverity = "rejected" | "warning";

/** One entry of an import's report. `line` is the physical line on which the row starts, from 1. */
export interface Rejection {
  readonly file: string;
  readonly line: number;
  readonly severity: RejectionSeverity;
  /**
   * In SCREAMING_SNAKE_CASE, for programs: RAGGED_ROW, INVALID_UTF8, NUL_BYTE, UNKNOWN_COLUMN, MISSING_VALUE,
   * INVALID_VALUE, MISSING_PARENT and DUPLICATE_KEY from here, and whatever an importer adds.
   */
  readonly code: string;
  /** The field as the file's header names it; null where the whole row is meant. */
  readonly field: string | null;
  /** What stood there, cut at 200 characters. */
  readonly value: string | null;
  /** A sentence's end for people: "is not a valid date". */
  readonly reason: string;
}

const longestReportedValue = 200;

const longestReason = 400;

/** Makes a rejection whose texts are cut to the lengths that a report allows. */
export function rejection(entry: Rejection): Rejection {
  return {
    file: entry.file,
    line: entry.line,
    severity: entry.severity,
    code: entry.code,
    field: entry.field,
    value: entry.value === null ? null : cut(entry.value, longestReportedValue),
    reason: cut(entry.reason, longestReason),
  };
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest - 1);
  // A cut between the halves of a surrogate pair would leave a text that UTF-8 cannot hold.
  return `${kept.replace(/[\ud800-\udbff]$/, "")}…`;
}
