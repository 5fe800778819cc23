import { portFunction, readBatch } from "@corespond/kit";

import { idsInput } from "./idsInput";

/** Which agency a call is of, and which persons (by source record) are in it, as callers or subjects. */
export interface CallFacts {
  readonly id: string;
  readonly agencyId: string;
  readonly recordIds: readonly string[];
}

/** Facts of calls; those that the viewer may not see are left out. */
export const callFacts = portFunction(
  idsInput,
  async (context, { ids }): Promise<readonly CallFacts[]> =>
    await readBatch<CallFacts & Record<string, unknown>>(context, {
      name: "agencies.call.facts",
      text: `SELECT c.id, c.agency_id AS "agencyId",
               ARRAY(SELECT DISTINCT s.record_id FROM call_subject s WHERE s.call_id = c.id) AS "recordIds"
             FROM call_for_service c WHERE c.id = ANY ($1)`,
      values: [ids],
    }),
);
