import { z } from "zod";

/** An event as it travels: ids and codes only. A receiver asks the graph, with its own rights, for the rest. */
export const eventEnvelopeSchema = z
  .object({
    id: z.uuid(),
    source: z.string(),
    type: z.string(),
    entityId: z.uuid(),
    occurredAt: z.string(),
    payload: z.record(z.string(), z.unknown()),
  })
  .readonly();

/** An event as it travels between slices. `occurredAt` is RFC 3339. */
export type EventEnvelope = z.infer<typeof eventEnvelopeSchema>;
