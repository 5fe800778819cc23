import { z } from "zod";

import { AgencyKind } from "../agency/agency.kind";
import { isTimeZone } from "../calendar/calendarDay";
import { JurisdictionKind } from "../jurisdiction/jurisdiction.kind";
import { StaffRole } from "../staff/staff.role";

const id = z.guid();
const name = z.string().trim().min(1).max(200);
const day = z.iso.date();
const laterDay = day.nullish();
const provenance = z.string().trim().min(1).max(500).nullish();
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "must be a time HH:MM");

const agency = z.object({
  id,
  name,
  ori: z
    .string()
    .regex(/^[A-Z]{2}[A-Z0-9]{7}$/, "must be an ORI: 9 characters, the first two its state")
    .nullish(),
  kind: z.enum(AgencyKind),
  county: name.nullish(),
  latitude: z.number().min(-90).max(90).nullish(),
  longitude: z.number().min(-180).max(180).nullish(),
  nibrsSince: laterDay,
  dispatchedById: id.nullish(),
});

const jurisdiction = z.object({
  id,
  name,
  kind: z.enum(JurisdictionKind),
  geoid: z
    .string()
    .regex(/^\d{5}$|^\d{7}$|^\d{10}$/, "must be a GEOID: 5, 7 or 10 digits")
    .nullish(),
  countyFips: z.string().regex(/^\d{5}$/, "must be 5 digits"),
  provenance,
});

const program = z.object({
  id,
  name,
  countyAgencyId: id,
  timeZone: z.string().refine(isTimeZone, "must be a time zone's IANA name"),
  launchedOn: day,
  endedOn: laterDay,
  repeatCallerThreshold: z.int().min(2).max(1_000).nullish(),
  repeatCallerDays: z.int().min(1).max(3_660).nullish(),
  providerSightDays: z.int().min(0).max(365).nullish(),
});

const staff = z.object({
  id,
  givenName: name.nullish(),
  familyName: name,
  role: z.enum(StaffRole),
  agencyId: id.nullish(),
  organizationId: id.nullish(),
  activeFrom: day,
  activeTo: laterDay,
});

const commonCode = z.string().regex(/^[A-Z0-9]{1,10}$/, "must be 1 to 10 capital letters and digits");

const natureCodeSet = z.object({
  id,
  name: z
    .string()
    .max(100)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be words of small letters and digits, joined by -"),
  version: z
    .string()
    .max(100)
    .regex(/^[0-9A-Za-z][0-9A-Za-z.-]*$/, "must be letters, digits, . and -"),
  description: z.string().trim().min(1).max(2_000),
  commonCodes: z.array(commonCode).min(1).max(300),
});

const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(100_000).default([]);

/**
 * A county's reference data: who its agencies are, what they serve, its programs, their members and hours, who works
 * there and may sign in; its agencies' own codes of calls, and the sets of common codes that count. Ids are the caller's, UUIDs; days are `YYYY-MM-DD`, hours `HH:MM`, and each end is the first
 * day on which it holds no longer. Strict: an unknown field is an error.
 */
export const countyDataSchema = z.strictObject({
  agencies: listOf(agency.strict()),
  jurisdictions: listOf(jurisdiction.strict()),
  servedBy: listOf(z.strictObject({ agencyId: id, jurisdictionId: id })),
  programs: listOf(program.strict()),
  memberships: listOf(z.strictObject({ id, programId: id, agencyId: id, joinedOn: day, leftOn: laterDay, provenance })),
  crisisNumbers: listOf(
    z.strictObject({
      programId: id,
      position: z.int().min(0),
      name,
      number: z.string().regex(/^\+?\d{3,15}$/),
      description: name.nullish(),
    }),
  ),
  intakeHours: listOf(z.strictObject({ programId: id, weekday: z.int().min(1).max(7), opens: hour, closes: hour })),
  holidays: listOf(z.strictObject({ programId: id, day })),
  issuers: listOf(
    z.strictObject({
      issuer: z.string().min(1),
      agencyId: id.nullish(),
      organizationId: id.nullish(),
      anyEmployer: z.boolean().default(false),
    }),
  ),
  staff: listOf(staff.strict()),
  logins: listOf(z.strictObject({ issuer: z.string().min(1), subject: z.string().min(1), staffId: id })),
  assignments: listOf(
    z.strictObject({
      id,
      socialWorkerId: id,
      agencyId: id,
      fte: z.number().positive().max(1),
      from: day,
      to: laterDay,
    }),
  ),
  natureCodes: listOf(
    z.strictObject({
      agencyId: id,
      code: z.string().trim().min(1).max(50),
      text: name.nullish(),
      commonCode: commonCode.nullish(),
    }),
  ),
  natureCodeSets: listOf(natureCodeSet.strict()),
});

/** A county's reference data as a caller writes it: every list may be left out. */
export type CountyData = z.input<typeof countyDataSchema>;

/** The same, checked and complete. */
export type CheckedCountyData = z.output<typeof countyDataSchema>;
