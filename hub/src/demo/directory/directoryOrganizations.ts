import { demoId } from "../demoIds";

/** One organization. The phone is of the range kept for fiction, the address of the web of a domain kept for examples. */
export interface DemoOrganization {
  readonly name: string;
  readonly description: string;
  readonly phone: string;
  readonly host: string;
}

/** The organizations that residents are referred to: all made up. */
export const directoryOrganizations = {
  counseling: {
    name: "Example Counseling Center",
    description: "Counseling for adults, families and older adults.",
    phone: "612-555-0130",
    host: "counseling.example.org",
  },
  recovery: {
    name: "Example Recovery Services",
    description: "Treatment of substance use, confidential under 42 CFR Part 2.",
    phone: "612-555-0131",
    host: "recovery.example.org",
  },
  housing: {
    name: "Sample Housing Help",
    description: "Looks for homes with people, and helps to keep them.",
    phone: "612-555-0132",
    host: "housing.example.org",
  },
  foodShelf: {
    name: "Demo Food Shelf",
    description: "Food to take home, and meals brought home.",
    phone: "612-555-0133",
    host: "food.example.org",
  },
  safeHouse: {
    name: "Sample Safe House",
    description: "Shelter and advocacy for people who are hurt at home.",
    phone: "612-555-0134",
    host: "safe.example.org",
  },
  stabilization: {
    name: "Demo Crisis Stabilization",
    description: "A few days of rest and care in a mental health crisis.",
    phone: "612-555-0135",
    host: "stabilization.example.org",
  },
  clinic: {
    name: "Demo Neighborhood Clinic",
    description: "Primary care, insured or not.",
    phone: "612-555-0136",
    host: "clinic.example.org",
  },
  legal: {
    name: "Sample Legal Aid",
    description: "Legal advice without a fee.",
    phone: "612-555-0137",
    host: "legal.example.org",
  },
} as const satisfies Readonly<Record<string, DemoOrganization>>;

/** The short name of an organization in the demonstration's data. */
export type OrganizationKey = keyof typeof directoryOrganizations;

/** The id of an organization. */
export const organizationId = (key: OrganizationKey): string => demoId("organization", key);
