import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { shownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { AttributeRow } from "./attribute.row";
import { Attribute } from "./attribute.type";

/** Classifications are public, save those of a confidential location. */
export const attributePolicy: AnyPolicy = shownPlaces({
  type: "Attribute",
  table: "attribute",
  columns: ["location_id", "service_at_location_id"],
});

/** Makes an attribute's view. */
export function viewAttribute(_context: RequestContext, row: AttributeRow): Attribute {
  return viewFields(Attribute, row, ["id", "linkType", "value", "label", "taxonomyTermId"]);
}
