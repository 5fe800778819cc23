import type { ImportSummary, Rejection } from "@corespond/kit";

/** What became of a feed's rows: `rowsIn` = `loaded` + `updated` + `unchanged` + `rejected`. Warnings count entries. */
export interface CallCounts {
  readonly rowsIn: number;
  readonly loaded: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly warnings: number;
}

/** What an import's parts have counted so far, as its checkpoint keeps it. */
export interface CallTally extends CallCounts {
  readonly gaps: number;
  readonly overlaps: number;
  /** Rows by local code that no common code is named for. */
  readonly unmapped: Readonly<Record<string, number>>;
}

/** A local code that stands for no common code, and the rows with it. */
export interface UnmappedCode {
  readonly code: string;
  readonly rows: number;
}

/** What an import of calls did. */
export interface CallImportSummary extends Omit<ImportSummary, "total" | "files"> {
  readonly total: CallCounts;
  readonly files: Readonly<Record<string, CallCounts>>;
  readonly firstRejections: readonly Rejection[];
  /** Rows that an interrupted import of the same file had done before this one went on; 0 for one that began at the top. */
  readonly resumedAfter: number;
  /** Local times that the clock skips in spring, and that it shows twice in autumn. */
  readonly dst: { readonly gaps: number; readonly overlaps: number };
  /** Most frequent first. */
  readonly unmappedCodes: readonly UnmappedCode[];
  /** Columns of the file that the map does not name. */
  readonly ignoredColumns: readonly string[];
}

/** The tally of nothing. */
export const nothing: CallTally = {
  ...{ rowsIn: 0, loaded: 0, updated: 0, unchanged: 0, rejected: 0, warnings: 0, gaps: 0, overlaps: 0 },
  unmapped: {},
};

// A feed whose codes are all different has no code set; it must not fill the memory either.
const mostCodes = 5_000;

/** Adds two tallies. */
export function addTallies(left: CallTally, right: CallTally): CallTally {
  const unmapped: Record<string, number> = { ...left.unmapped };
  for (const [code, rows] of Object.entries(right.unmapped)) {
    if (code in unmapped || Object.keys(unmapped).length < mostCodes) unmapped[code] = (unmapped[code] ?? 0) + rows;
  }
  return {
    rowsIn: left.rowsIn + right.rowsIn,
    loaded: left.loaded + right.loaded,
    updated: left.updated + right.updated,
    unchanged: left.unchanged + right.unchanged,
    rejected: left.rejected + right.rejected,
    warnings: left.warnings + right.warnings,
    gaps: left.gaps + right.gaps,
    overlaps: left.overlaps + right.overlaps,
    unmapped,
  };
}
