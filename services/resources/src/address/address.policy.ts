import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { shownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { AddressRow } from "./address.row";
import { Address } from "./address.type";

/** Addresses are public, save those of a confidential location. */
export const addressPolicy: AnyPolicy = shownPlaces({ type: "Address", table: "address", columns: ["location_id"] });

/** Makes an address's view. */
export function viewAddress(_context: RequestContext, row: AddressRow): Address {
  return viewFields(Address, row, [
    "id",
    "attention",
    "address1",
    "address2",
    "city",
    "region",
    "stateProvince",
    "postalCode",
    "country",
    "addressType",
  ]);
}
