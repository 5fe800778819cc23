import type { EventHandler } from "@corespond/kit";
import { z } from "zod";

import { keepVersion } from "./callFactVersion.service";

const callRecordedSchema = z.object({
  callId: z.guid(),
  agencyId: z.guid(),
  incidentNumber: z.string(),
  receivedAt: z.iso.datetime({ offset: true }),
  commonCode: z.string().nullable(),
  subjects: z.array(z.object({ recordId: z.guid(), role: z.enum(["CALLER", "SUBJECT"]) })),
});

/** The facts of a call, as an event tells them. `incidentNumber` is the one under which the incident counts. */
export type CallRecorded = z.infer<typeof callRecordedSchema>;

/**
 * Keeps the facts of a call that the agencies slice tells of. A later event about the same call corrects them, and what
 * it corrects is kept as history. Events may come again, and late: what is kept depends on what was told, never on the
 * order in which it arrived.
 */
export const keepCallFact: EventHandler = async (transaction, event) => {
  const call = callRecordedSchema.parse(event.payload);
  await keepVersion(transaction, { ...call, toldAt: event.occurredAt, eventId: event.id });
};
