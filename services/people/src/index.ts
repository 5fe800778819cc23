import "reflect-metadata";

import { buildSubgraph } from "@corespond/kit";

import { peopleSlice } from "./subgraph";

export { importRecords, type ImportedRecords, type RecordsToImport } from "./importers/importRecords";
export type { ImportedRecord } from "./importers/importedRecord";
export { loadConsents, type ConsentData, type LoadedConsents } from "./importers/loadConsents";
export { ConsentCategory, ConsentGiver, ConsentRegime } from "./consent/consent.enums";
export { peopleSlice };

/** The slice's SDL as composition reads it; needs no database. */
export async function printSubgraphSdl(): Promise<string> {
  return (await buildSubgraph(peopleSlice.graph)).sdl;
}
