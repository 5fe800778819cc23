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

/** Which of some source records the viewer may see, as people says. */
export async function visibleRecords(
  context: RequestContext,
  recordIds: readonly string[],
): Promise<readonly string[]> {
  if (recordIds.length === 0) return [];
  return (await context.ports.ask(recordFacts, { recordIds })).map(({ recordId }) => recordId);
}
