import type { ImportCounts, ImportSummary } from "@corespond/kit";

/** An import's counts as a table for a terminal, with the first rejections. */
export function importSummaryText(
  { files, total, firstRejections, dryRun }: ImportSummary,
  report: string | undefined,
): string {
  const width = Math.max(5, ...Object.keys(files).map((name) => name.length));
  const line = (name: string, { rowsIn, loaded, unchanged, rejected, warnings }: ImportCounts): string =>
    `${name.padEnd(width)} ${[rowsIn, loaded, unchanged, rejected, warnings].map((count) => String(count).padStart(10)).join("")}`;
  const header = `${"file".padEnd(width)} ${["rows in", "loaded", "unchanged", "rejected", "warnings"].map((name) => name.padStart(10)).join("")}`;
  const shown = firstRejections.map(
    ({ file, line: at, field, reason }) => `  ${file}:${String(at)} ${field ?? ""}: ${reason}`,
  );
  return [
    header,
    ...Object.entries(files).map(([name, counts]) => line(name, counts)),
    line("total", total),
    ...(shown.length === 0
      ? []
      : [
          "",
          report === undefined
            ? "First rejections and warnings (--report FILE for all):"
            : `All rejections and warnings are in ${report}. The first:`,
          ...shown,
        ]),
    ...(total.loaded === 0 && total.rowsIn > 0 ? ["", "Nothing changed."] : []),
    ...(dryRun ? ["", "This was a dry run: nothing was kept."] : []),
    "",
  ].join("\n");
}
