import { basename } from "node:path";

import { readCsv, rejection, type ImportRun } from "@corespond/kit";

/** Counts every row of a file that is not imported as rejected, and reports it, so that none is lost silently. */
export async function skipFile(
  run: ImportRun,
  { path, reason }: { readonly path: string; readonly reason: string },
): Promise<void> {
  const file = basename(path);
  run.report.fileOpened(file);
  for await (const item of readCsv(path, { requiredColumns: [] }, { signal: run.signal })) {
    // What is said of the header is no row, and the whole file is unknown anyway.
    if ("rejection" in item && item.rejection.severity === "warning") continue;
    run.report.rowRead(file);
    const entry = rejection({
      file,
      line: item.line,
      severity: "rejected",
      code: "NOT_MODELLED",
      field: null,
      value: null,
      reason,
    });
    await run.report.rowRejected(file, [entry]);
  }
}
