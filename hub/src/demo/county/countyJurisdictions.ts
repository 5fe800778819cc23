import { JurisdictionKind, type CountyData } from "@corespond/agencies";

import { demoId } from "../demoIds";
import { agencyId, type AgencyKey } from "./countyAgencies";

const countyFips = "27053";

/** A city with its Census place code (GEOID), null where we have not looked it up. */
type City = readonly [name: string, geoid: string | null];

/** The cities under the department that serves them. */
const citiesServed: Readonly<Partial<Record<AgencyKey, readonly City[]>>> = {
  bloomington: [["Bloomington", "2706616"]],
  brooklynCenter: [["Brooklyn Center", "2707948"]],
  brooklynPark: [["Brooklyn Park", "2707966"]],
  corcoran: [["Corcoran", "2713168"]],
  crystal: [["Crystal", "2714158"]],
  deephaven: [
    ["Deephaven", "2715148"],
    ["Woodland", null],
  ],
  edenPrairie: [["Eden Prairie", "2718116"]],
  edina: [["Edina", "2718188"]],
  hopkins: [["Hopkins", "2730140"]],
  mapleGrove: [["Maple Grove", "2740166"]],
  medina: [["Medina", "2741480"]],
  minnetonka: [["Minnetonka", "2743252"]],
  minnetrista: [
    ["Minnetrista", "2743306"],
    ["St. Bonifacius", null],
  ],
  newHope: [["New Hope", "2745628"]],
  orono: [
    ["Long Lake", null],
    ["Minnetonka Beach", null],
    ["Orono", "2748580"],
    ["Spring Park", null],
  ],
  plymouth: [["Plymouth", "2751730"]],
  richfield: [["Richfield", "2754214"]],
  robbinsdale: [["Robbinsdale", "2754808"]],
  southLakeMinnetonka: [
    ["Excelsior", "2720078"],
    ["Greenwood", "2725918"],
    ["Shorewood", "2760016"],
    ["Tonka Bay", "2765164"],
  ],
  stLouisPark: [["St. Louis Park", "2757220"]],
  wayzata: [["Wayzata", "2768818"]],
};

const reconstruction = "Reconstruction: no source that we have read says which department serves this city.";

const jurisdictionId = (city: string): string => demoId("jurisdiction", city);

/** The areas served: the county itself and its cities. A department of several cities is our reading of public reports. */
export const countyJurisdictions: NonNullable<CountyData["jurisdictions"]> = [
  {
    id: jurisdictionId("Hennepin County"),
    name: "Hennepin County",
    kind: JurisdictionKind.COUNTY,
    geoid: countyFips,
    countyFips,
  },
  ...Object.values(citiesServed).flatMap((cities) =>
    cities.map(([name, geoid]) => ({
      id: jurisdictionId(name),
      name,
      kind: JurisdictionKind.CITY,
      geoid,
      countyFips,
      provenance: cities.length > 1 ? reconstruction : null,
    })),
  ),
];

/** Which agency serves which area. A joint-powers department serves several cities. */
export const countyServedBy: NonNullable<CountyData["servedBy"]> = [
  { agencyId: agencyId("county"), jurisdictionId: jurisdictionId("Hennepin County") },
  { agencyId: agencyId("sheriff"), jurisdictionId: jurisdictionId("Hennepin County") },
  ...Object.entries(citiesServed).flatMap(([key, cities]) =>
    cities.map(([name]) => ({ agencyId: agencyId(key as AgencyKey), jurisdictionId: jurisdictionId(name) })),
  ),
];
