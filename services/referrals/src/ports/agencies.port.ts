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

const agencyFact = z.object({ id: z.string(), kind: z.string(), memberSince: z.string().nullable() });

/** What an agency is, and since when it is a member of a county's program; null where it is none. */
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
