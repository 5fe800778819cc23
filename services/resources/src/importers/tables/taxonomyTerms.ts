import { readCsv, type ImportRun } from "@corespond/kit";

import { requiredText, text } from "../hsdsColumn";
import type { HsdsTable } from "../hsdsTable";
import type { ImportedDirectory } from "../importedDirectory";
import type { RowReading } from "../rowReading";

/**
 * Terms of taxonomies. HSDS knows one parent; directories that export their own tables list several, and all are kept,
 * because a search by any of them must find what is below. Parents may stand later in the file, so it is read twice.
 */
export const taxonomyTerms: HsdsTable = {
  files: ["taxonomy_terms.csv"],
  table: "taxonomy_term",
  reads: ["taxonomy_term"],
  columns: {
    code: text("code"),
    name: requiredText("name", "term"),
    description: text("description"),
    taxonomy: text("taxonomy"),
    language: text("language"),
    term_uri: text("term_uri"),
  },
  prepare: async (run, directory, path) => {
    const known = await idsOfFile(run, path);
    return {
      derived: {
        columns: ["parent_external_ids"],
        fields: ["parent_id"],
        read: (reading) => ({ parent_external_ids: parentsOf(reading, directory, known) }),
      },
    };
  },
};

function parentsOf(reading: RowReading, { ids }: ImportedDirectory, known: ReadonlySet<string>): readonly string[] {
  const parents = (reading.text("parent_id") ?? "").split(",").flatMap((parent) => parent.trim() || []);
  const existing = parents.filter((parent) => known.has(parent) || ids.find("taxonomy_term", parent) !== undefined);
  if (existing.length < parents.length) {
    reading.warn("parent_id", "MISSING_PARENT", "names no existing taxonomy_term; the row is kept without it");
  }
  return existing;
}

async function idsOfFile({ signal }: ImportRun, path: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const item of readCsv(path, { requiredColumns: ["id"] }, { signal })) {
    if ("record" in item && item.record.id !== null) ids.add(item.record.id.trim());
  }
  return ids;
}
