import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { shownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { PhoneRow } from "./phone.row";
import { Phone } from "./phone.type";

/** Telephones are public, save those that belong to a confidential location: a number leads to an address. */
export const phonePolicy: AnyPolicy = shownPlaces({
  type: "Phone",
  table: "phone",
  columns: ["location_id", "service_at_location_id"],
  also: ["(contact_id IS NULL OR EXISTS (SELECT FROM contact_person c WHERE c.id = contact_id))"],
});

/** Makes a telephone's view. */
export function viewPhone(_context: RequestContext, row: PhoneRow): Phone {
  return viewFields(Phone, row, ["id", "number", "numberText", "extension", "type", "description"]);
}
