import { ImportError, importRun, type ImportOptions, type ImportSummary, type RequestContext } from "@corespond/kit";
import { IANAZone } from "luxon";

import { refreshDirectory } from "../directory/refreshDirectory";
import { AcceptanceMode } from "../service/acceptanceMode";
import { directoryFiles } from "./directoryFiles";
import { DirectoryIds } from "./directoryIds";
import { importHsdsFile } from "./hsdsTable";
import { skipFile } from "./skipFile";

/** How a directory is imported. */
export interface ImportHsdsOptions extends Pick<ImportOptions, "dryRun" | "onProgress" | "reportPath" | "signal"> {
  /** A folder of CSV files of HSDS, version 2 or 3. */
  readonly directory: string;
  /** The directory's name, under which its ids are unique. */
  readonly source: string;
  /** The IANA time zone of its hours; `America/Chicago` unless told otherwise. */
  readonly timeZone?: string;
  /** How a resident gets into a service of which the directory does not say so; `CALL_FIRST` unless told otherwise. */
  readonly acceptanceMode?: AcceptanceMode;
}

/**
 * Imports a directory of services in one transaction: loads what holds, and reports every row that does not with file,
 * line, field, value and reason. Rows are the same again by `source` and their id; one that a later import no longer
 * has stays. Throws an `ImportError` for what the person who started it can mend, and then nothing was imported.
 */
export async function importHsds(context: RequestContext, options: ImportHsdsOptions): Promise<ImportSummary> {
  const { source, timeZone = "America/Chicago", acceptanceMode = AcceptanceMode.CALL_FIRST } = options;
  expectZone(timeZone);
  const { imported, skipped } = await directoryFiles(options.directory);
  const { copyPool: pool } = context.database;
  return await importRun({ ...options, pool, viewerToken: context.viewerToken }, async (run) => {
    const directory = { source, timeZone, acceptanceMode, ids: new DirectoryIds(run.client, source) };
    for (const file of imported) await importHsdsFile(run, directory, file);
    for (const file of skipped) await skipFile(run, file);
    for (const { name, text, values = [] } of refreshDirectory(source))
      await run.client.query(`/* ${name} */ ${text}`, [...values]);
  });
}

function expectZone(timeZone: string): void {
  if (IANAZone.isValidZone(timeZone)) return;
  throw new ImportError("UNREADABLE", {
    problem: `"${timeZone}" is no IANA time zone`,
    remedy: "Name one such as America/Chicago.",
  });
}
