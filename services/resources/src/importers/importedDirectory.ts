import type { AcceptanceMode } from "../service/acceptanceMode";
import type { DirectoryIds } from "./directoryIds";

/** The directory that is being imported: its name, what holds where it says nothing, and what it has so far. */
export interface ImportedDirectory {
  readonly source: string;
  readonly timeZone: string;
  readonly acceptanceMode: AcceptanceMode;
  readonly ids: DirectoryIds;
}
