import { portFunction, readBatch } from "@corespond/kit";
import { z } from "zod";

/** A social worker who works here today, and which agencies the own assignments of today are to. */
export interface SocialWorkerFact {
  readonly id: string;
  readonly agencyId: string;
  readonly serves: readonly string[];
}

const factSql = `
  SELECT s.id, s.agency_id AS "agencyId", ARRAY(
    SELECT a.agency_id FROM assignment a
    WHERE a.social_worker_id = s.id AND a.from_on <= today AND (a.to_on IS NULL OR today < a.to_on)) AS "serves"
  FROM staff_member s CROSS JOIN LATERAL agency_today(s.agency_id) AS today
  WHERE s.id = $1 AND s.role = 'SOCIAL_WORKER'
    AND s.active_from <= today AND (s.active_to IS NULL OR today < s.active_to)`;

/** The facts of a social worker, covers left out; null for whoever is none, works here no longer, or is not for this viewer. */
export const socialWorkerFact = portFunction(
  z.object({ staffId: z.guid() }),
  async (context, { staffId }): Promise<SocialWorkerFact | null> => {
    const [worker] = await readBatch<SocialWorkerFact & Record<string, unknown>>(context, {
      name: "agencies.staff.socialWorkerFact",
      text: factSql,
      values: [staffId],
    });
    return worker ?? null;
  },
);
