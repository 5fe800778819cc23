import {
  importCsvFile,
  importRun,
  invariant,
  Role,
  type ImportOptions,
  type ImportSummary,
  type MergePlan,
  type RequestContext,
} from "@corespond/kit";

import { AgencyCsvReader, agencyCsvColumns, type AgencyColumn } from "./agencyCsv";

/** What to import, and how it runs. */
export interface ImportAgenciesOptions extends Pick<ImportOptions, "dryRun" | "reportPath" | "onProgress" | "signal"> {
  readonly path: string;
}

const merge: MergePlan<AgencyColumn> = {
  table: "agency",
  columns: [
    { name: "id" },
    { name: "ori" },
    { name: "name", field: "agency_name" },
    { name: "kind", field: "agency_type" },
    { name: "county" },
    { name: "latitude" },
    { name: "longitude" },
    { name: "nibrs_since", field: "nibrs_start_date" },
  ],
  key: ["ori"],
  insertOnly: ["id"],
};

/**
 * Imports agencies from the FBI's list of agencies as CSV, by ORI: an agency that is there already keeps its id, and
 * what this list does not know of it. Throws an `ImportError` for what the person who started it can mend.
 */
export async function importAgencies(context: RequestContext, options: ImportAgenciesOptions): Promise<ImportSummary> {
  invariant(context.viewer.role === Role.SYSTEM, "Only the hub itself imports agencies");
  const { path, ...running } = options;
  const { toValues } = new AgencyCsvReader();
  return await importRun(
    { ...running, pool: context.database.copyPool, viewerToken: context.viewerToken },
    async (run) => {
      await importCsvFile(run, { path, csv: { requiredColumns: agencyCsvColumns }, merge, toValues });
    },
  );
}
