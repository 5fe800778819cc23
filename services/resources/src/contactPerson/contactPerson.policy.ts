import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { shownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { ContactPersonRow } from "./contactPerson.row";
import { ContactPerson } from "./contactPerson.type";

/** Persons to ask are public, as their directory publishes them, save those of a confidential location. */
export const contactPersonPolicy: AnyPolicy = shownPlaces({
  type: "ContactPerson",
  table: "contact_person",
  columns: ["location_id", "service_at_location_id"],
});

/** Makes a contact's view. */
export function viewContactPerson(_context: RequestContext, row: ContactPersonRow): ContactPerson {
  return viewFields(ContactPerson, row, ["id", "name", "title", "department", "email"]);
}
