import type { PortQuestion, RequestContext } from "@corespond/kit";
import { z } from "zod";

const recordFact = z.object({ recordId: z.guid(), personId: z.string(), sourceAgencyId: z.string() });

/** Which source records stand behind persons or records; only those that the viewer may see. */
export const recordFacts: PortQuestion<readonly z.infer<typeof recordFact>[]> = {
  slice: "people",
  fn: "recordFacts",
  answer: z.array(recordFact),
};

/** How many records one question about groups may name. */
export const mostGrouped = 10_000;

/** For each record, in order, the position in the question of the first that is of the same person. */
export const personGroups: PortQuestion<readonly number[]> = {
  slice: "people",
  fn: "personGroups",
  answer: z.array(z.int().nonnegative()),
};

const consentFact = z.object({
  id: z.guid(),
  recordId: z.guid(),
  regimes: z.array(z.string()),
  categories: z.array(z.string()),
  expiresAt: z.string().nullable(),
});

/** A consent in force that names the viewer's agency or organization, for the purpose that the request states. */
export type ConsentFact = z.infer<typeof consentFact>;

/** The consents in force that speak for the viewer; about all records, the latest signed, where none are named. */
export const consentsFor: PortQuestion<readonly ConsentFact[]> = {
  slice: "people",
  fn: "consentsFor",
  answer: z.array(consentFact),
};

const consentToFact = z.object({
  id: z.guid(),
  regimes: z.array(z.string()),
  categories: z.array(z.string()),
  namesRecipient: z.boolean(),
  inForce: z.boolean(),
  coversPurpose: z.boolean(),
});

/** A consent on a record, and how far it goes for passing data to one organization. */
export type ConsentToFact = z.infer<typeof consentToFact>;

/** The consents on a record that the viewer sees, for passing data to an organization. */
export const consentsTo: PortQuestion<readonly ConsentToFact[]> = {
  slice: "people",
  fn: "consentsTo",
  answer: z.array(consentToFact),
};

/** Which of some source records the viewer may see, as people says. */
export async function visibleRecords(
  context: RequestContext,
  recordIds: readonly string[],
): Promise<readonly string[]> {
  if (recordIds.length === 0) return [];
  return (await context.ports.ask(recordFacts, { recordIds })).map(({ recordId }) => recordId);
}
