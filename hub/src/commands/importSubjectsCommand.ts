import { importSubjects } from "@corespond/agencies";
import { importRecords } from "@corespond/people";
import type { Command } from "commander";

import { withSlice } from "../start/withSlice";
import { importer, runImport, type ImportFlags } from "./importer";
import { importSummaryText } from "./importSummaryText";

interface SubjectFlags {
  readonly agency: string;
  readonly source: string;
}

/** `corespond import subjects`: people registers the persons, agencies attaches them to calls. */
export function importSubjectsCommand(): Command {
  return importer(
    "subjects",
    "FILE",
    "Attach persons of an agency's records system to its calls, from a CSV with the columns incident_number, role (CALLER or SUBJECT), family, given, and where they are known middle, birth_date, record_key.",
  )
    .requiredOption("--agency <ori>", "whose calls and records these are")
    .option("--source <name>", "the records system's name, within which its record keys are unique", "rms")
    .action(async (path: string, flags: ImportFlags & SubjectFlags) => {
      const { agency, source } = flags;
      const dryRun = flags.dryRun === true;
      await withSlice("people", async (_context, people) => {
        await runImport(flags, {
          slice: "agencies",
          act: (contextOf, options) =>
            importSubjects(contextOf, {
              ...{ path, agency, ...options },
              register: async (sourceAgencyId, records) => {
                const registered = await importRecords(people(), { sourceAgencyId, source, records, dryRun });
                return registered.recordIds;
              },
            }),
          textOf: importSummaryText,
        });
      });
    });
}
