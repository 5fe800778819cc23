import { bySystem, redactionsOf, type RequestContext, type RowAccess } from "@corespond/kit";

import { writtenBySystem } from "../access/publicRows";
import { viewFields } from "../loading/viewFields";
import type { ServicePlaceRow } from "./serviceAtLocation.row";
import { ServiceAtLocation } from "./serviceAtLocation.type";

/** The table is the hub's own; everybody reads the view `service_place`. */
export const serviceAtLocationAccess: RowAccess = {
  table: "service_at_location",
  select: bySystem,
  ...writtenBySystem,
};

const withheld = redactionsOf([
  "source",
  "externalId",
  "description",
  "phones",
  "contacts",
  "schedules",
  "serviceAreas",
  "attributes",
]);

/** Makes the view of a service at a location. */
export function viewServiceAtLocation(_context: RequestContext, row: ServicePlaceRow): ServiceAtLocation {
  return viewFields(ServiceAtLocation, { ...row, redactions: row.confidential ? withheld : [] }, [
    "id",
    "source",
    "externalId",
    "description",
    "serviceId",
    "locationId",
    "redactions",
  ]);
}
