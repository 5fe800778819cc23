import type { PortQuestion } from "@corespond/kit";
import { z } from "zod";

const serviceFact = z.object({
  id: z.string(),
  organizationId: z.guid().nullable(),
  status: z.string(),
  acceptanceMode: z.enum(["DIRECT", "CALL_FIRST", "WALK_IN", "COORDINATED_ENTRY"]).nullable(),
  acceptsReferrals: z.boolean(),
  protectedProgram: z.enum(["NONE", "PART_2", "VICTIM_SERVICES"]),
});

/** What a service referral must know of its service. */
export type ServiceFact = z.infer<typeof serviceFact>;

/** Services' facts, for those that exist. */
export const serviceFacts: PortQuestion<readonly ServiceFact[]> = {
  slice: "resources",
  fn: "serviceFacts",
  answer: z.array(serviceFact),
};
