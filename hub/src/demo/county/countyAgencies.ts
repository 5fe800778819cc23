import { AgencyKind, type CountyData } from "@corespond/agencies";

import { demoId } from "../demoIds";

const { COUNTY_HUMAN_SERVICES, DISPATCH_CENTER, POLICE_DEPARTMENT, SHERIFF } = AgencyKind;

/** One agency. The place is in WGS84; the NIBRS date is the day since which it reports that way. */
interface CountyAgency {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly ori?: string;
  readonly place?: readonly [latitude: number, longitude: number];
  readonly nibrsSince?: string;
  readonly dispatched?: true;
}

/**
 * The county's agencies with the identifiers that the FBI publishes. Four departments have no place of their own
 * there but the county's middle, so they have none here. The dispatch center is made up.
 */
const agencies = {
  county: { name: "Hennepin County Human Services", kind: COUNTY_HUMAN_SERVICES },
  dispatch: { name: "Metro Example Dispatch", kind: DISPATCH_CENTER },
  sheriff: {
    name: "Hennepin County Sheriff's Office",
    kind: SHERIFF,
    ori: "MN0270000",
    place: [44.987347, -93.249756],
    nibrsSince: "2020-06-01",
  },
  bloomington: {
    name: "Bloomington Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0270100",
    place: [44.822388, -93.30388],
    nibrsSince: "2020-09-01",
    dispatched: true,
  },
  brooklynCenter: {
    name: "Brooklyn Center Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0270200",
    place: [45.075943, -93.299774],
    nibrsSince: "2020-09-01",
  },
  brooklynPark: {
    name: "Brooklyn Park Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0270300",
    place: [45.10883, -93.34976],
    nibrsSince: "2020-01-01",
    dispatched: true,
  },
  crystal: {
    name: "Crystal Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0270400",
    place: [45.031708, -93.360115],
    nibrsSince: "2020-09-01",
  },
  deephaven: {
    name: "Deephaven Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0270500",
    nibrsSince: "2020-06-01",
  },
  southLakeMinnetonka: {
    name: "South Lake Minnetonka Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0270700",
    place: [44.901093, -93.58623],
    nibrsSince: "2020-06-01",
  },
  edenPrairie: {
    name: "Eden Prairie Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0272600",
    place: [44.856937, -93.460175],
    nibrsSince: "2020-06-01",
  },
  edina: {
    name: "Edina Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0270600",
    place: [44.911552, -93.34768],
    nibrsSince: "2020-10-01",
  },
  hopkins: {
    name: "Hopkins Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0270900",
    place: [44.922375, -93.41302],
    nibrsSince: "2020-04-01",
  },
  mapleGrove: {
    name: "Maple Grove Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0272700",
    nibrsSince: "2020-09-01",
  },
  minnetonka: {
    name: "Minnetonka Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0271200",
    place: [44.939854, -93.46169],
    nibrsSince: "2020-09-01",
  },
  newHope: {
    name: "New Hope Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0271400",
    place: [45.03702, -93.38485],
    nibrsSince: "2020-04-01",
  },
  orono: { name: "Orono Police Department", kind: POLICE_DEPARTMENT, ori: "MN0271500", nibrsSince: "2020-09-01" },
  plymouth: {
    name: "Plymouth Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0271700",
    place: [45.022762, -93.47739],
    nibrsSince: "2020-04-01",
    dispatched: true,
  },
  richfield: {
    name: "Richfield Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0271800",
    place: [44.88162, -93.26794],
    nibrsSince: "2020-09-01",
  },
  robbinsdale: {
    name: "Robbinsdale Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0271900",
    place: [45.03027, -93.33931],
    nibrsSince: "2020-09-01",
  },
  stLouisPark: {
    name: "St. Louis Park Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0272100",
    place: [44.947575, -93.34395],
    nibrsSince: "2018-06-01",
  },
  wayzata: { name: "Wayzata Police Department", kind: POLICE_DEPARTMENT, ori: "MN0272300", nibrsSince: "2020-06-01" },
  minnetrista: {
    name: "Minnetrista Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0272800",
    place: [44.922573, -93.72386],
    nibrsSince: "2020-06-01",
  },
  medina: {
    name: "Medina Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0273000",
    place: [45.01529, -93.57514],
    nibrsSince: "2020-06-01",
  },
  corcoran: {
    name: "Corcoran Police Department",
    kind: POLICE_DEPARTMENT,
    ori: "MN0273100",
    place: [45.103374, -93.54297],
    nibrsSince: "2020-06-01",
  },
} as const satisfies Readonly<Record<string, CountyAgency>>;

/** The short name of an agency in the demonstration's data. */
export type AgencyKey = keyof typeof agencies;

/** The id of an agency. */
export const agencyId = (key: AgencyKey): string => demoId("agency", key);

/** The agencies as the agencies slice takes them. */
export const countyAgencies: NonNullable<CountyData["agencies"]> = Object.entries<CountyAgency>(agencies).map(
  ([key, { name, kind, ori, place, nibrsSince, dispatched }]) => ({
    id: agencyId(key as AgencyKey),
    name,
    ori: ori ?? null,
    kind,
    county: "Hennepin",
    latitude: place?.[0] ?? null,
    longitude: place?.[1] ?? null,
    nibrsSince: nibrsSince ?? null,
    dispatchedById: dispatched ? agencyId("dispatch") : null,
  }),
);
