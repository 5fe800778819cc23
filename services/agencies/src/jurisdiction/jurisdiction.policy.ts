import { type AnyPolicy, publicRows, type RequestContext, writtenByTheHub } from "@corespond/kit";

import type { JurisdictionRow } from "./jurisdiction.row";
import { Jurisdiction } from "./jurisdiction.type";

/** Areas are public; the hub's configuration writes them. */
export const jurisdictionPolicy: AnyPolicy = {
  type: "Jurisdiction",
  tables: [{ table: "jurisdiction", select: [publicRows], ...writtenByTheHub }],
  fields: [],
};

/** Makes an area's view. */
export function viewJurisdiction(_context: RequestContext, row: JurisdictionRow): Jurisdiction {
  const { id, name, kind, geoid, countyFips, provenance } = row;
  return Object.freeze(Object.assign(new Jurisdiction(), { id, name, kind, geoid, countyFips, provenance }));
}
