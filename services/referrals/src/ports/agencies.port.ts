import type { PortQuestion } from "@corespond/kit";
import { IANAZone } from "luxon";
import { z } from "zod";

const callFact = z.object({ id: z.string(), agencyId: z.string(), recordIds: z.array(z.string()) });

/** Calls for service, only those that the viewer may see. */
export const callFacts: PortQuestion<readonly z.infer<typeof callFact>[]> = {
  slice: "agencies",
  fn: "callFacts",
  answer: z.array(callFact),
};

const agencyFact = z.object({
  id: z.string(),
  kind: z.string(),
  memberSince: z.string().nullable(),
  providerSightDays: z.int().min(0).max(365),
});

/**
 * What an agency is, and since when it is a member of a county's program; null where it is none. `providerSightDays` is
 * that program's.
 */
export type AgencyFact = z.infer<typeof agencyFact>;

/** Agencies' facts, for those that exist. */
export const agencyFacts: PortQuestion<readonly AgencyFact[]> = {
  slice: "agencies",
  fn: "agencyFacts",
  answer: z.array(agencyFact),
};

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const intake = z.object({
  timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone)),
  hours: z.array(z.object({ weekday: z.int().min(1).max(7), opens: clock, closes: clock })),
  holidays: z.array(z.iso.date()),
  crisisNumbers: z.array(z.object({ name: z.string(), number: z.string(), description: z.string().nullable() })),
});

/** When a program's people look at referrals, in its own time zone, and whom to call otherwise. Weekday 1 is Monday. */
export type Intake = z.infer<typeof intake>;

/** The intake of an agency's program; null where it has none. */
export const intakeOf: PortQuestion<Intake | null> = { slice: "agencies", fn: "intakeOf", answer: intake.nullable() };

const codeSetFact = z.object({
  id: z.guid(),
  name: z.string(),
  version: z.string(),
  commonCodes: z.array(z.string()),
});

/** A published set of common codes: what counts, by name and version. */
export type CodeSetFact = z.infer<typeof codeSetFact>;

/** A set of codes of one version, or without one of the newest; null where there is none. */
export const codeSetOf: PortQuestion<CodeSetFact | null> = {
  slice: "agencies",
  fn: "codeSet",
  answer: codeSetFact.nullable(),
};

const membership = z.object({ agencyId: z.guid(), joinedOn: z.iso.date(), leftOn: z.iso.date().nullable() });

const programFact = z.object({
  id: z.guid(),
  countyAgencyId: z.guid(),
  timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone)),
  memberships: z.array(membership),
});

/** Who runs a program, by which clock its days go, and which agencies were, are and will be its members. */
export type ProgramFact = z.infer<typeof programFact>;

/** The facts of a program; null where there is none. */
export const programFacts: PortQuestion<ProgramFact | null> = {
  slice: "agencies",
  fn: "programFacts",
  answer: programFact.nullable(),
};

const callCount = z.object({ agencyId: z.guid(), incidents: z.int(), linkedIncidents: z.int() });

/** How many incidents an agency had in a period, and of how many a subject is known. */
export type CallCount = z.infer<typeof callCount>;

/** Counts of agencies' incidents in a period, of those agencies that the viewer serves. */
export const callCounts: PortQuestion<readonly CallCount[]> = {
  slice: "agencies",
  fn: "callCounts",
  answer: z.array(callCount),
};

const socialWorkerFact = z.object({ id: z.guid(), agencyId: z.guid(), serves: z.array(z.guid()) });

/** A social worker who works here today and the agencies of the own assignments; null where there is none. */
export const socialWorkerOf: PortQuestion<z.infer<typeof socialWorkerFact> | null> = {
  slice: "agencies",
  fn: "socialWorkerFact",
  answer: socialWorkerFact.nullable(),
};
