import { type AnyPolicy, byTheHub, everyRole, type RowRule, writtenByTheHub } from "@corespond/kit";

/** What a row may be about, by the column that says so. */
export type PlaceColumn = "location_id" | "service_at_location_id";

const viewOf = { location_id: "place", service_at_location_id: "service_place" } as const;

/** A table of a type whose rows belong to places. */
export interface PlaceTable {
  readonly type: string;
  readonly table: string;
  readonly columns: readonly PlaceColumn[];
  /** Further conditions, such as that the row's own parent is shown. */
  readonly also?: readonly string[];
}

/**
 * A table of what could betray where a confidential location is: its rows are hidden with the location, in the
 * database, at once with the flag. `place` and `service_place` are the views that say which locations are confidential.
 */
export function shownPlaces({ type, table, columns, also = [] }: PlaceTable): AnyPolicy {
  const shown = columns.map(
    (column) => `NOT EXISTS (SELECT FROM ${viewOf[column]} p WHERE p.id = "${table}".${column} AND p.confidential)`,
  );
  const atShownPlaces: RowRule = { ...ofShownPlaces, where: [...shown, ...also].join(" AND ") };
  return { type, tables: [{ table, select: [atShownPlaces, byTheHub], ...writtenByTheHub }], fields: [] };
}

/** Whatever belongs to a place that is not confidential. */
export const ofShownPlaces: RowRule = {
  id: "shownPlace",
  roles: everyRole,
  relation: "everybody, save at confidential places",
  basis: "PUBLIC",
  source: "HSDS issues 166 and 487",
};
