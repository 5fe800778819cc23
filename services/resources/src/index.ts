import "reflect-metadata";

import { buildSubgraph } from "@corespond/kit";

import { resourcesSlice } from "./subgraph";

export { CapacityStatus } from "./capacity/capacityStatus";
export { importHsds, type ImportHsdsOptions } from "./importers/importHsds";
export { loadDirectory, type DirectoryChanges } from "./seed/loadDirectory";
export type { DirectoryData } from "./seed/directoryData";
export { AcceptanceMode } from "./service/acceptanceMode";
export { ProtectedProgram } from "./service/protectedProgram";
export { resourcesSlice };

/** The slice's SDL as composition reads it; needs no database. */
export async function printSubgraphSdl(): Promise<string> {
  return (await buildSubgraph(resourcesSlice.graph)).sdl;
}
