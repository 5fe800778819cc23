import { registerEnumType } from "type-graphql";

/** What a location, or an address, is. */
export enum LocationType {
  PHYSICAL = "PHYSICAL",
  POSTAL = "POSTAL",
  VIRTUAL = "VIRTUAL",
}

registerEnumType(LocationType, {
  name: "LocationType",
  description: "What a location or an address is (HSDS 3.1 `location_type`, `address_type`).",
  valuesConfig: {
    PHYSICAL: { description: "A place to go to." },
    POSTAL: { description: "Where mail is sent." },
    VIRTUAL: { description: "Reached by network or telephone." },
  },
});
