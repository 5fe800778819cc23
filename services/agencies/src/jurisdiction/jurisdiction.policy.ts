import type { RequestContext, RowAccess } from "@corespond/kit";

import { configuredBySystem } from "../county/configuredBySystem";
import type { JurisdictionRow } from "./jurisdiction.row";
import { Jurisdiction } from "./jurisdiction.type";

/** Areas are public; the hub's configuration writes them. */
export const jurisdictionAccess: readonly RowAccess[] = [
  { table: "jurisdiction", select: "true", ...configuredBySystem },
];

/** Makes an area's view. */
export function viewJurisdiction(_context: RequestContext, row: JurisdictionRow): Jurisdiction {
  const { id, name, kind, geoid, countyFips, provenance } = row;
  return Object.freeze(Object.assign(new Jurisdiction(), { id, name, kind, geoid, countyFips, provenance }));
}
