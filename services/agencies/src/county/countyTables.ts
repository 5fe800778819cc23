import type { CheckedCountyData } from "./countyData";

/** How one list of a county's data becomes rows of one table. */
export interface CountyTable {
  readonly list: keyof CheckedCountyData;
  readonly table: string;
  /** Columns of the table: the field that fills each, and its SQL type. */
  readonly columns: Readonly<Record<string, readonly [field: string, type: string]>>;
  /** The columns by which a row is the same row again. */
  readonly key: readonly string[];
  /** A list that is always given whole for a value of this column: rows that it no longer holds are removed. */
  readonly wholePer?: string;
}

const uuid = (field: string) => [field, "uuid"] as const;
const text = (field: string) => [field, "text"] as const;
const date = (field: string) => [field, "date"] as const;
const number = (field: string) => [field, "double precision"] as const;

/** All lists that are one table each, each after those that it refers to. */
export const countyTables: readonly CountyTable[] = [
  {
    list: "agencies",
    table: "agency",
    columns: {
      id: uuid("id"),
      name: text("name"),
      ori: text("ori"),
      kind: text("kind"),
      county: text("county"),
      latitude: number("latitude"),
      longitude: number("longitude"),
      nibrs_since: date("nibrsSince"),
      dispatched_by_id: uuid("dispatchedById"),
    },
    key: ["id"],
  },
  {
    list: "jurisdictions",
    table: "jurisdiction",
    columns: {
      id: uuid("id"),
      name: text("name"),
      kind: text("kind"),
      geoid: text("geoid"),
      county_fips: text("countyFips"),
      provenance: text("provenance"),
    },
    key: ["id"],
  },
  {
    list: "servedBy",
    table: "agency_jurisdiction",
    columns: { agency_id: uuid("agencyId"), jurisdiction_id: uuid("jurisdictionId") },
    key: ["agency_id", "jurisdiction_id"],
    wholePer: "agency_id",
  },
  {
    list: "programs",
    table: "program",
    columns: {
      id: uuid("id"),
      name: text("name"),
      county_agency_id: uuid("countyAgencyId"),
      time_zone: text("timeZone"),
      launched_on: date("launchedOn"),
      ended_on: date("endedOn"),
      repeat_caller_threshold: ["repeatCallerThreshold", "integer"],
      repeat_caller_days: ["repeatCallerDays", "integer"],
      provider_sight_days: ["providerSightDays", "integer"],
    },
    key: ["id"],
  },
  {
    list: "memberships",
    table: "program_membership",
    columns: {
      id: uuid("id"),
      program_id: uuid("programId"),
      agency_id: uuid("agencyId"),
      joined_on: date("joinedOn"),
      left_on: date("leftOn"),
      provenance: text("provenance"),
    },
    key: ["id"],
  },
  {
    list: "crisisNumbers",
    table: "crisis_number",
    columns: {
      program_id: uuid("programId"),
      position: ["position", "integer"],
      name: text("name"),
      number: text("number"),
      description: text("description"),
    },
    key: ["program_id", "position"],
    wholePer: "program_id",
  },
  {
    list: "intakeHours",
    table: "intake_hours",
    columns: {
      program_id: uuid("programId"),
      weekday: ["weekday", "integer"],
      opens: ["opens", "time"],
      closes: ["closes", "time"],
    },
    key: ["program_id", "weekday", "opens"],
    wholePer: "program_id",
  },
  {
    list: "holidays",
    table: "intake_holiday",
    columns: { program_id: uuid("programId"), day: date("day") },
    key: ["program_id", "day"],
    wholePer: "program_id",
  },
  {
    list: "issuers",
    table: "issuer",
    columns: {
      issuer: text("issuer"),
      agency_id: uuid("agencyId"),
      organization_id: uuid("organizationId"),
      any_employer: ["anyEmployer", "boolean"],
    },
    key: ["issuer"],
  },
  {
    list: "staff",
    table: "staff_member",
    columns: {
      id: uuid("id"),
      given_name: text("givenName"),
      family_name: text("familyName"),
      role: text("role"),
      agency_id: uuid("agencyId"),
      organization_id: uuid("organizationId"),
      active_from: date("activeFrom"),
      active_to: date("activeTo"),
    },
    key: ["id"],
  },
  {
    list: "logins",
    table: "staff_login",
    columns: { issuer: text("issuer"), subject: text("subject"), staff_id: uuid("staffId") },
    key: ["issuer", "subject"],
  },
  {
    list: "assignments",
    table: "assignment",
    columns: {
      id: uuid("id"),
      social_worker_id: uuid("socialWorkerId"),
      agency_id: uuid("agencyId"),
      fte: number("fte"),
      from_on: date("from"),
      to_on: date("to"),
    },
    key: ["id"],
  },
  {
    list: "natureCodes",
    table: "nature_code",
    columns: { agency_id: uuid("agencyId"), code: text("code"), text: text("text"), common_code: text("commonCode") },
    key: ["agency_id", "code"],
  },
];
