import { bySystem, type RowAccess } from "@corespond/kit";

import { writtenBySystem } from "./publicRows";

/** What a row may be about, by the column that says so. */
export type PlaceColumn = "location_id" | "service_at_location_id";

const viewOf = { location_id: "place", service_at_location_id: "service_place" } as const;

/**
 * A table of what could betray where a confidential location is: its rows are hidden with the location, in the
 * database, at once with the flag. `place` and `service_place` are the views that say which locations are confidential.
 * `also` names further conditions, such as that the row's own parent is shown.
 */
export function rowsOfShownPlaces(
  table: string,
  columns: readonly PlaceColumn[],
  also: readonly string[] = [],
): RowAccess {
  const shown = columns.map(
    (column) => `NOT EXISTS (SELECT FROM ${viewOf[column]} p WHERE p.id = "${table}".${column} AND p.confidential)`,
  );
  return { table, select: `(${[...shown, ...also].join(" AND ")}) OR ${bySystem}`, ...writtenBySystem };
}
