import type { PortQuestion, RequestContext } from "@corespond/kit";
import { z } from "zod";

const recordFacts: PortQuestion<readonly { readonly recordId: string; readonly personId: string }[]> = {
  slice: "people",
  fn: "recordFacts",
  answer: z.array(z.object({ recordId: z.string(), personId: z.string() })),
};

/** Which source records the viewer may see, and the person of each, as people says. */
export async function personsOfRecords(
  context: RequestContext,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (recordIds.length === 0) return new Map();
  const facts = await context.ports.ask(recordFacts, { recordIds });
  return new Map(facts.map(({ personId, recordId }) => [recordId, personId]));
}

/** The source record by which each of these persons is known to the viewer, as people says; none for who is not. */
export async function recordsOfPersons(
  context: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const facts = await context.ports.ask(recordFacts, { personIds });
  return new Map(facts.map(({ personId, recordId }) => [personId.toLowerCase(), recordId]));
}
