import { JurisdictionKind, type CountyData } from "@corespond/agencies";

import { demoId } from "../demoIds";
import { agencyId, type AgencyKey } from "./countyAgencies";

const countyFips = "27053";

/** Cities with their Census place codes (GEOID), under the department that serves them. */
const citiesServed: Readonly<Partial<Record<AgencyKey, readonly (readonly [name: string, geoid: string])[]>>> = {
  bloomington: [["Bloomington", "2706616"]],
  brooklynCenter: [["Brooklyn Center", "2707948"]],
  brooklynPark: [["Brooklyn Park", "2707966"]],
  corcoran: [["Corcoran", "2713168"]],
  crystal: [["Crystal", "2714158"]],
  deephaven: [["Deephaven", "2715148"]],
  hopkins: [["Hopkins", "2730140"]],
  medina: [["Medina", "2741480"]],
  minnetonka: [["Minnetonka", "2743252"]],
  minnetrista: [["Minnetrista", "2743306"]],
  newHope: [["New Hope", "2745628"]],
  orono: [["Orono", "2748580"]],
  plymouth: [["Plymouth", "2751730"]],
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

const jurisdictionId = (geoid: string): string => demoId("jurisdiction", geoid);

/** The areas served: the county itself and its cities. */
export const countyJurisdictions: NonNullable<CountyData["jurisdictions"]> = [
  {
    id: jurisdictionId(countyFips),
    name: "Hennepin County",
    kind: JurisdictionKind.COUNTY,
    geoid: countyFips,
    countyFips,
  },
  ...Object.values(citiesServed)
    .flat()
    .map(([name, geoid]) => ({ id: jurisdictionId(geoid), name, kind: JurisdictionKind.CITY, geoid, countyFips })),
];

/** Which agency serves which area. A joint-powers department serves several cities. */
export const countyServedBy: NonNullable<CountyData["servedBy"]> = [
  { agencyId: agencyId("county"), jurisdictionId: jurisdictionId(countyFips) },
  { agencyId: agencyId("sheriff"), jurisdictionId: jurisdictionId(countyFips) },
  ...Object.entries(citiesServed).flatMap(([key, cities]) =>
    cities.map(([, geoid]) => ({ agencyId: agencyId(key as AgencyKey), jurisdictionId: jurisdictionId(geoid) })),
  ),
];
