import { ImportError, type ImportClient } from "@corespond/kit";

import type { CallMap } from "./callMap";
import { runStatement } from "./partStatement";

/** Whose calls a feed holds. */
export interface FeedAgencies {
  readonly ids: readonly string[];
  /** The id of the agency that a row's value names. */
  readonly agencyOf: (value: string | null) => string | undefined;
}

/** Finds the agencies of a feed. Throws `UNKNOWN_OWNER` for an ORI that no agency here has. */
export async function feedAgencies(client: ImportClient, map: CallMap, ori: string): Promise<FeedAgencies> {
  const text = `SELECT ori, id FROM agency WHERE ori IS NOT NULL`;
  const rows = await runStatement<{ ori: string; id: string }>(client, { name: "agencies.calls.agencies", text });
  const idOf = new Map(rows.map((row) => [row.ori, row.id]));
  const values = map.agency?.values;
  const unknown = [ori, ...Object.values(values ?? {})].filter((named) => !idOf.has(named));
  if (unknown.length > 0) {
    throw new ImportError("UNKNOWN_OWNER", {
      problem: `no agency here has the ORI ${[...new Set(unknown)].join(", ")}`,
      remedy: "Import it first (corespond import agencies), or correct the ORI.",
    });
  }
  const own = idOf.get(ori);
  if (map.agency === undefined) return { ids: own === undefined ? [] : [own], agencyOf: () => own };
  const byValue =
    values === undefined ? idOf : new Map(Object.entries(values).map(([value, of]) => [value, idOf.get(of)]));
  const ids = [...new Set(byValue.values())].filter((id) => id !== undefined);
  return { ids, agencyOf: (value) => (value === null ? undefined : byValue.get(value)) };
}
