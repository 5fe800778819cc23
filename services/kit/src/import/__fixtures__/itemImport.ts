import { readFileSync } from "node:fs";

import { v7 } from "uuid";

import { importCsvFile, type CsvImport } from "../importCsvFile";
import { ImportError } from "../importError";
import { importRun, type ImportOptions } from "../importRun";
import type { ImportSummary } from "../importReport";
import { viewerToken, type ItemDatabase } from "./itemDatabase";
import type { TemporaryFolder } from "./temporaryFolder";

type AreaColumn = "id" | "name";

type ItemColumn = "id" | "name" | "size" | "area" | "parent";

/** An import of parents. */
export function areaImport(path: string): CsvImport<AreaColumn, string> {
  return {
    path,
    csv: { requiredColumns: ["id", "name"] },
    merge: {
      table: "area",
      columns: [{ name: "id" }, { name: "external_id", field: "id" }, { name: "name" }],
      key: ["external_id"],
      insertOnly: ["id"],
    },
    toValues: ({ record }) => ({ id: v7(), external_id: record.id, name: record.name }),
  };
}

/** An import of rows with a parent in another table and one in their own. A name that is "wrong" or "odd" is so. */
export function itemImport(path: string): CsvImport<ItemColumn, string> {
  return {
    path,
    csv: { requiredColumns: ["id", "name"], optionalColumns: ["size", "area", "parent"] },
    merge: {
      table: "item",
      columns: [
        { name: "id" },
        { name: "external_id", field: "id" },
        { name: "name" },
        { name: "size" },
        { name: "area", stagedOnly: true },
        { name: "parent", stagedOnly: true },
      ],
      key: ["external_id"],
      insertOnly: ["id"],
      references: [
        { column: "area", parentTable: "area", parentKey: "external_id", into: "area_id" },
        { column: "parent", parentTable: "item", parentKey: "external_id", into: "parent_id" },
      ],
    },
    toValues: ({ record }, notes) => {
      if (record.name === "odd") notes.warn("name", "ODD_NAME", "is odd");
      if (record.name === "wrong") notes.reject("name", "WRONG_NAME", "is wrong");
      if (record.name === "wrong" && record.size === null) notes.reject("size", "NO_SIZE", "is not there either");
      if (record.name === "lost") return undefined;
      const { id, ...others } = record;
      return { ...others, id: v7(), external_id: id };
    },
  };
}

/** Imports files as a run does, one after the other in one transaction. */
export async function importFiles(
  database: ItemDatabase,
  imports: readonly CsvImport[],
  options: Partial<ImportOptions> = {},
): Promise<ImportSummary> {
  return await importRun({ pool: database.pool, viewerToken, ...options }, async (run) => {
    for (const plan of imports) await importCsvFile(run, plan);
  });
}

/** Two areas and seven items, of which three hold. */
export const someFiles = (folder: TemporaryFolder): readonly [CsvImport, CsvImport] => [
  areaImport(folder.write("areas.csv", "id,name\nn,North\ns,South\n")),
  itemImport(folder.write("items.csv", "id,name,area\n1,a,n\n2,odd,s\n3,wrong,n\n4,d,nowhere\n5,e,\n1,again,n\n6\n")),
];

/** How many rows of each table there are. */
export async function countRows(database: ItemDatabase): Promise<unknown> {
  const counts = "SELECT (SELECT count(*) FROM item)::int AS items, (SELECT count(*) FROM area)::int AS areas";
  return (await database.look(counts))[0];
}

/** The `ImportError` that an import ends with. */
export async function failure(running: Promise<unknown>): Promise<ImportError> {
  const error: unknown = await running.then(
    () => "The import succeeded.",
    (reason: unknown) => reason,
  );
  if (error instanceof ImportError) return error;
  throw error;
}

/** The lines of a report in JSON Lines. */
export function reported(path: string): readonly Record<string, unknown>[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Record<string, unknown>);
}
