import { registerEnumType } from "type-graphql";

/** What an area is. */
export enum JurisdictionKind {
  CITY = "CITY",
  TOWNSHIP = "TOWNSHIP",
  COUNTY = "COUNTY",
}

registerEnumType(JurisdictionKind, {
  name: "JurisdictionKind",
  description: "What an area is.",
  valuesConfig: {
    CITY: { description: "An incorporated place." },
    TOWNSHIP: { description: "A township, which the Census Bureau calls a county subdivision." },
    COUNTY: { description: "A county." },
  },
});
