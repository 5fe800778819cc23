import { idLoader, pageLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { viewLocation } from "./location.policy";
import { LocationRow, type PlaceRow } from "./location.row";
import type { Location } from "./location.type";

/** Every location has a place; only those that are not confidential have a row that the graph reads. */
const source = {
  columns: (dataSource: DataSource): string =>
    `${rowColumns(dataSource, LocationRow, "l")}, p.id AS "placeId", p.organization_id AS "placeOrganizationId",
     p.confidential, p.front_gate_phone AS "frontGatePhone", p.front_gate_text AS "frontGateText"`,
  from: "place p LEFT JOIN location l ON l.id = p.id AND NOT p.confidential",
  view: viewLocation,
};

/** Locations by id. */
export const locationById = idLoader<LocationRow & PlaceRow, Location>("resources.location.byId", {
  ...source,
  idSql: "p.id",
});

/** The locations of organizations, by name; a confidential one's name does not decide where it stands. */
export const locationPages = pageLoader<LocationRow & PlaceRow, Location, null>("resources.location.ofOrganization", {
  list: ({ database }) => ({
    name: "resources.location.ofOrganization",
    columns: source.columns(database.dataSource),
    from: source.from,
    where: "p.organization_id = ANY (parent.keys)",
    values: [],
    sort: { sql: "p.shown_name", type: "text", descending: false },
    idSql: "p.id",
  }),
  view: viewLocation,
});
