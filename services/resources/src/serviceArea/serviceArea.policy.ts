import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { shownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { ServiceAreaRow } from "./serviceArea.row";
import { ServiceArea } from "./serviceArea.type";

/** Service areas are public, save those of a service at a confidential location. */
export const serviceAreaPolicy: AnyPolicy = shownPlaces({
  type: "ServiceArea",
  table: "service_area",
  columns: ["service_at_location_id"],
});

/** Makes a service area's view. */
export function viewServiceArea(_context: RequestContext, row: ServiceAreaRow): ServiceArea {
  return viewFields(ServiceArea, row, ["id", "name", "description", "extent", "extentType", "uri"]);
}
