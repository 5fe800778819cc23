import type { EventHandler } from "@corespond/kit";
import { z } from "zod";

const personExpunged = z.object({ recordIds: z.array(z.guid()).max(1_000) });

/** Removes what this slice holds about records that people has removed. A repeated event finds nothing more. */
export const expungeRecords: EventHandler = async (transaction, event) => {
  const { recordIds } = personExpunged.parse(event.payload);
  await transaction.query({
    name: "agencies.rights.expunge",
    text: "SELECT expunge_records($1)",
    values: [recordIds],
  });
  await transaction.audit({
    action: "expungeRecords",
    subjects: {},
    recordIds,
    basis: ["STATUTE"],
  });
};
