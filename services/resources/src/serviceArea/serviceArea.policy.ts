import type { RequestContext, RowAccess } from "@corespond/kit";

import { rowsOfShownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { ServiceAreaRow } from "./serviceArea.row";
import { ServiceArea } from "./serviceArea.type";

/** Service areas are public, save those of a service at a confidential location. */
export const serviceAreaAccess: RowAccess = rowsOfShownPlaces("service_area", ["service_at_location_id"]);

/** Makes a service area's view. */
export function viewServiceArea(_context: RequestContext, row: ServiceAreaRow): ServiceArea {
  return viewFields(ServiceArea, row, ["id", "name", "description", "extent", "extentType", "uri"]);
}
