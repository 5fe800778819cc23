import { ImportError, type ImportClient } from "@corespond/kit";

import type { CallMap } from "./callMap";
import { runStatement } from "../partStatement";

/** Whose calls a feed holds. */
export interface FeedAgencies {
  readonly ids: readonly string[];
  /** The id of the agency that a row's value names. */
  readonly agencyOf: (value: string | null) => string | undefined;
}

/** Finds the agency with an ORI. Throws `UNKNOWN_OWNER` where none here has it. */
export async function feedAgency(client: ImportClient, ori: string): Promise<string> {
  const idOf = await idsByOri(client);
  refuseUnknown(idOf, [ori]);
  return idOf.get(ori) ?? "";
}

/** Finds the agencies of a feed. Throws `UNKNOWN_OWNER` for an ORI that no agency here has. */
export async function feedAgencies(client: ImportClient, map: CallMap, ori: string): Promise<FeedAgencies> {
  const idOf = await idsByOri(client);
  const values = map.agency?.values;
  refuseUnknown(idOf, [ori, ...Object.values(values ?? {})]);
  const own = idOf.get(ori) ?? "";
  if (map.agency === undefined) return { ids: [own], agencyOf: () => own };
  const byValue = new Map(Object.entries(values ?? {}).map(([value, of]) => [value, idOf.get(of)]));
  const named = values === undefined ? idOf : byValue;
  const ids = [...new Set(named.values())].filter((id) => id !== undefined);
  return { ids, agencyOf: (value) => (value === null ? undefined : named.get(value)) };
}

async function idsByOri(client: ImportClient): Promise<ReadonlyMap<string, string>> {
  const text = "SELECT ori, id FROM agency WHERE ori IS NOT NULL";
  const rows = await runStatement<{ ori: string; id: string }>(client, { name: "agencies.calls.agencies", text });
  return new Map(rows.map(({ ori, id }) => [ori, id]));
}

function refuseUnknown(idOf: ReadonlyMap<string, string>, oris: readonly string[]): void {
  const unknown = [...new Set(oris.filter((ori) => !idOf.has(ori)))];
  if (unknown.length === 0) return;
  throw new ImportError("UNKNOWN_OWNER", {
    problem: `no agency here has the ORI ${unknown.join(", ")}`,
    remedy: "Import it first (corespond import agencies), or correct the ORI.",
  });
}
