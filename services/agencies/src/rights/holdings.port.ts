import { portFunction, readBatch, uuidKeys, type RequestContext } from "@corespond/kit";
import { z } from "zod";

const input = z.object({ recordIds: z.array(z.string()).max(1_000) });

/** One thing held about a person, as they are told it. */
export interface Holding extends Record<string, unknown> {
  readonly kind: string;
  readonly occurredAt: Date;
  readonly details: readonly { readonly label: string; readonly value: string }[];
}

/** What is held about some records, and when something last happened to any of them. */
export interface Holdings {
  readonly lastActivityAt: Date | null;
  readonly items: readonly Holding[];
}

/**
 * `holdings({ recordIds })`, for privacy officers: what this slice holds about a person, the newest 1,000 things first;
 * nothing for others. What is shown is audited.
 */
export const holdings = portFunction(input, async (context: RequestContext, { recordIds }): Promise<Holdings> => {
  const asked = uuidKeys(recordIds);
  const [items, activity] = await Promise.all([
    readBatch<Holding>(context, {
      name: "agencies.rights.holdings",
      text: `SELECT h.kind, h.occurred_at AS "occurredAt", h.details FROM record_holdings($1) h`,
      values: [asked],
    }),
    readBatch<{ at: Date | null }>(context, {
      name: "agencies.rights.activity",
      text: "SELECT record_activity($1) AS at",
      values: [asked],
    }),
  ]);
  return { lastActivityAt: activity[0]?.at ?? null, items };
});
