import { type AnyPolicy, publicRows, type RequestContext, writtenByTheHub } from "@corespond/kit";

import type { AgencyRow } from "./agency.row";
import { Agency } from "./agency.type";

/** Agencies, and which areas they serve, are public; the hub's imports and configuration write them. */
export const agencyPolicy: AnyPolicy = {
  type: "Agency",
  tables: ["agency", "agency_jurisdiction"].map((table) => ({ table, select: [publicRows], ...writtenByTheHub })),
  fields: [],
};

/** Makes an agency's view. */
export function viewAgency(_context: RequestContext, row: AgencyRow): Agency {
  const { latitude, longitude } = row;
  return Object.freeze(
    Object.assign(new Agency(), {
      id: row.id,
      name: row.name,
      ori: row.ori,
      kind: row.kind,
      county: row.county,
      coordinates: latitude === null || longitude === null ? null : Object.freeze({ latitude, longitude }),
      nibrsSince: row.nibrsSince,
      dispatchedById: row.dispatchedById,
    }),
  );
}
