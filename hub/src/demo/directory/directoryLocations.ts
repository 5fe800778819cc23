import { demoId } from "../demoIds";
import type { OrganizationKey } from "./directoryOrganizations";

/** One location, in WGS84. Of a confidential one only the front gate is ever shown. */
export interface DemoLocation {
  readonly organization: OrganizationKey;
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly place: readonly [latitude: number, longitude: number];
  readonly transportation?: string;
  readonly frontGate?: { readonly phone: string; readonly text: string };
}

/** Where services are given: streets that do not exist, in cities of the county that do. */
export const directoryLocations = {
  counselingNorth: {
    organization: "counseling",
    name: "Example Counseling Center, north office",
    street: "1000 Example Plaza",
    city: "Brooklyn Park",
    postalCode: "55443",
    place: [45.0956, -93.3569],
    transportation: "Bus stop at the door.",
  },
  counselingWest: {
    organization: "counseling",
    name: "Example Counseling Center, west office",
    street: "1100 Sample Parkway",
    city: "Plymouth",
    postalCode: "55447",
    place: [45.0105, -93.4555],
  },
  recovery: {
    organization: "recovery",
    name: "Example Recovery Services",
    street: "1200 Example Avenue",
    city: "Robbinsdale",
    postalCode: "55422",
    place: [45.0317, -93.3385],
  },
  housing: {
    organization: "housing",
    name: "Sample Housing Help",
    street: "1300 Sample Street",
    city: "Brooklyn Center",
    postalCode: "55430",
    place: [45.0733, -93.3133],
  },
  foodShelf: {
    organization: "foodShelf",
    name: "Demo Food Shelf",
    street: "1400 Demo Road",
    city: "Brooklyn Park",
    postalCode: "55428",
    place: [45.0842, -93.3746],
  },
  safeHouse: {
    organization: "safeHouse",
    name: "Sample Safe House",
    street: "1500 Sample Hidden Lane",
    city: "Minnetonka",
    postalCode: "55345",
    place: [44.9211, -93.4687],
    frontGate: { phone: "+16125550134", text: "Call at any hour; staff meet you at a place that they name." },
  },
  stabilization: {
    organization: "stabilization",
    name: "Demo Crisis Stabilization",
    street: "1600 Demo Court",
    city: "Bloomington",
    postalCode: "55420",
    place: [44.8408, -93.2983],
  },
  clinic: {
    organization: "clinic",
    name: "Demo Neighborhood Clinic",
    street: "1700 Demo Square",
    city: "Hopkins",
    postalCode: "55343",
    place: [44.9249, -93.4127],
  },
  legal: {
    organization: "legal",
    name: "Sample Legal Aid",
    street: "1800 Sample Row",
    city: "St. Louis Park",
    postalCode: "55416",
    place: [44.9483, -93.3481],
  },
} as const satisfies Readonly<Record<string, DemoLocation>>;

/** The short name of a location in the demonstration's data. */
export type LocationKey = keyof typeof directoryLocations;

/** The id of a location. */
export const locationId = (key: LocationKey): string => demoId("location", key);
