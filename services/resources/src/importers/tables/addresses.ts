import { LocationType } from "../../location/location.kind";
import { requiredText, text } from "../hsdsColumn";
import { always } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";
import { oneOf, wordsOf } from "../oneOf";

const columns = {
  attention: text("attention"),
  address_1: requiredText("address_1"),
  address_2: text("address_2"),
  city: text("city"),
  region: text("region"),
  state_province: text("state_province"),
  postal_code: text("postal_code"),
  country: text("country"),
};

const addressesOf = (files: readonly string[], type: LocationType): HsdsTable => ({
  files,
  table: "address",
  links: [always("location_id", "location")],
  columns: {
    ...columns,
    address_type: oneOf({ fields: ["address_type"], words: wordsOf(LocationType), ifAbsent: () => type }),
  },
});

/** Addresses; HSDS 2 has a file for places to go to and one for places to write to. */
export const addresses = addressesOf(["addresses.csv", "physical_addresses.csv"], LocationType.PHYSICAL);

/** Postal addresses of HSDS 2. */
export const postalAddresses = addressesOf(["postal_addresses.csv"], LocationType.POSTAL);
