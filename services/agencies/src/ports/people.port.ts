import type { PortQuestion, RequestContext } from "@corespond/kit";
import { z } from "zod";

const recordFacts: PortQuestion<readonly { readonly recordId: string }[]> = {
  slice: "people",
  fn: "recordFacts",
  answer: z.array(z.object({ recordId: z.string() })),
};

/** Which of these source records the viewer may know of, as people says. */
export async function knownRecords(
  context: RequestContext,
  recordIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (recordIds.length === 0) return new Set();
  const facts = await context.ports.ask(recordFacts, { recordIds });
  return new Set(facts.map(({ recordId }) => recordId));
}
