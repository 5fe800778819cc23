import { inTransaction, portFunction, uuidKeys, type RequestContext } from "@corespond/kit";
import { z } from "zod";

const input = z.object({ recordIds: z.array(z.string()).max(1_000), activityOnly: z.boolean().default(false) });

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
 * `holdings({ recordIds, activityOnly? })`, for privacy officers: what this slice holds about a person, the newest 1,000
 * things first, and when something last happened, or the latter alone; nothing for others. What is told is audited.
 */
export const holdings = portFunction(
  input,
  async (context: RequestContext, { recordIds, activityOnly }): Promise<Holdings> =>
    await inTransaction(context, async (transaction) => {
      const asked = uuidKeys(recordIds);
      const [activity] = await transaction.query<{ at: Date | null }>({
        name: "referrals.rights.activity",
        text: "SELECT record_activity($1) AS at",
        values: [asked],
      });
      const lastActivityAt = activity?.at ?? null;
      if (activityOnly || lastActivityAt === null) return { lastActivityAt, items: [] };
      const items = await transaction.query<Holding>({
        name: "referrals.rights.holdings",
        text: `SELECT h.kind, h.occurred_at AS "occurredAt", h.details FROM record_holdings($1) h`,
        values: [asked],
      });
      await transaction.audit({
        action: "holdings",
        subjects: {},
        recordIds: asked,
        basis: ["OWN_RECORD"],
      });
      return { lastActivityAt, items };
    }),
);
