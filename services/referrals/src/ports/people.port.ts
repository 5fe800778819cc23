import type { PortQuestion } from "@corespond/kit";
import { z } from "zod";

const recordFact = z.object({ recordId: z.guid(), personId: z.string(), sourceAgencyId: z.string() });

/** Which source records stand behind persons or records; only those that the viewer may see. */
export const recordFacts: PortQuestion<readonly z.infer<typeof recordFact>[]> = {
  slice: "people",
  fn: "recordFacts",
  answer: z.array(recordFact),
};
