import type { PortQuestion } from "@corespond/kit";
import { z } from "zod";

/** Since when an agency has a written policy on data that it is told in a crisis (Minn. Stat. 626.8477); null without one. */
export const crisisDataPolicyOf: PortQuestion<{ readonly adoptedOn: string } | null> = {
  slice: "agencies",
  fn: "crisisDataPolicyOf",
  answer: z.object({ adoptedOn: z.iso.date() }).nullable(),
};
