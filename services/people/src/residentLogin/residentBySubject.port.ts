import { graphError, portFunction, readBatch, Role } from "@corespond/kit";
import { z } from "zod";

/** A resident who signs in: the sign-in's id, and the records that they were shown to be the subject of. */
export interface SignedInResident {
  readonly id: string;
  readonly records: readonly string[];
}

/** The linked sign-in of an issuer's subject; null where there is none, or no record is left. For the hub alone. */
export const residentBySubject = portFunction(
  z.object({ issuer: z.string(), subject: z.string() }),
  async (context, { issuer, subject }): Promise<SignedInResident | null> => {
    if (context.viewer.role !== Role.SYSTEM)
      throw graphError("FORBIDDEN", "Only the gateway itself may look up who signs in.");
    const [resident] = await readBatch<SignedInResident & Record<string, unknown>>(context, {
      name: "people.residentLogin.bySubject",
      text: `SELECT l.id, array_agg(r.record_id ORDER BY r.record_id) AS "records"
             FROM resident_login l JOIN resident_login_record r ON r.login_id = l.id
             WHERE l.issuer = $1 AND l.subject = $2 AND l.unlinked_at IS NULL GROUP BY l.id`,
      values: [issuer, subject],
    });
    return resident ?? null;
  },
);
