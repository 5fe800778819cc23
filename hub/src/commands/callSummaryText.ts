import type { CallImportSummary } from "@corespond/agencies";

const shownCodes = 20;

/** What an import of calls did, for a terminal. */
export function callSummaryText(summary: CallImportSummary, report: string | undefined): string {
  const { total, resumedAfter, dst, unmappedCodes, ignoredColumns, firstRejections, dryRun } = summary;
  const counts = Object.entries(total).map(
    ([name, count]) => `${name === "rowsIn" ? "rows in" : name} ${String(count)}`,
  );
  const codes = unmappedCodes.slice(0, shownCodes).map(({ code, rows }) => `  ${code}: ${String(rows)}`);
  const more = unmappedCodes.length - codes.length;
  const shown = firstRejections.map(
    ({ file, line, field, reason }) => `  ${file}:${String(line)} ${field ?? ""}: ${reason}`,
  );
  return [
    ...(resumedAfter > 0 ? [`Went on after ${String(resumedAfter)} rows that an interrupted import had done.`] : []),
    counts.join(", "),
    ...(dst.gaps + dst.overlaps > 0
      ? [`Local times that the clock skips: ${String(dst.gaps)}, shows twice: ${String(dst.overlaps)}`]
      : []),
    ...(ignoredColumns.length > 0 ? [`Columns that the map does not name: ${ignoredColumns.join(", ")}`] : []),
    ...(codes.length > 0 ? ["", "Codes that stand for no common code, with their rows (--codes FILE):", ...codes] : []),
    ...(more > 0 ? [`  and ${String(more)} more`] : []),
    ...(shown.length > 0
      ? [
          "",
          report === undefined
            ? "First rejections and warnings (--report FILE for all):"
            : `All are in ${report}. The first:`,
          ...shown,
        ]
      : []),
    ...(dryRun ? ["", "This was a dry run: nothing was kept."] : []),
    "",
  ].join("\n");
}
