import { idLoader, type PageLoader, pageLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { viewServiceAtLocation } from "./serviceAtLocation.policy";
import { ServicePlaceRow } from "./serviceAtLocation.row";
import type { ServiceAtLocation } from "./serviceAtLocation.type";

const columns = (dataSource: DataSource): string => rowColumns(dataSource, ServicePlaceRow, "p");

/** Services at locations by id. */
export const serviceAtLocationById = idLoader<ServicePlaceRow, ServiceAtLocation>("resources.serviceAtLocation.byId", {
  columns,
  from: "service_place p",
  idSql: "p.id",
  view: viewServiceAtLocation,
});

/** Ordered by an id that tells nothing of where a location is. */
const pagesOf = (name: string, column: string): PageLoader<ServiceAtLocation, null> =>
  pageLoader<ServicePlaceRow, ServiceAtLocation, null>(name, {
    list: ({ database }) => ({
      name,
      columns: columns(database.dataSource),
      from: "service_place p",
      where: `p.${column} = ANY (parent.keys)`,
      values: [],
      sort: { sql: "p.id::text", type: "text", descending: false },
      idSql: "p.id",
    }),
    view: viewServiceAtLocation,
  });

/** Where services are given. */
export const servicePlacesOfService = pagesOf("resources.serviceAtLocation.ofService", "service_id");

/** What is given at locations. */
export const servicePlacesOfLocation = pagesOf("resources.serviceAtLocation.ofLocation", "location_id");
