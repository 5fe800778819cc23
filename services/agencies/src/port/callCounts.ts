import { portFunction, readBatch } from "@corespond/kit";
import { z } from "zod";

/** How many incidents an agency had, and how many of them have a subject who is known. */
export interface CallCounts {
  readonly agencyId: string;
  readonly incidents: number;
  readonly linkedIncidents: number;
}

const instant = z.iso.datetime({ offset: true });

/**
 * Counts of agencies' incidents that were received from `from` until before `to`, of the common codes of a set or of all,
 * as known at `knownAt` (null: now): an incident that was merged into another counts once, under its code and link of
 * then. One count, be it 0, for each agency that the viewer serves or works for, the others are left out. For
 * supervisors, social workers, privacy officers and analysts, and for the hub itself of all agencies.
 */
export const callCounts = portFunction(
  z.object({
    agencyIds: z.array(z.guid()).max(200),
    codeSetId: z.guid().nullable(),
    from: instant,
    to: instant,
    knownAt: instant.nullable(),
  }),
  async (context, { agencyIds, codeSetId, from, to, knownAt }): Promise<readonly CallCounts[]> =>
    await readBatch<CallCounts & Record<string, unknown>>(context, {
      name: "agencies.call.counts",
      text: `SELECT agency_id AS "agencyId", incidents, linked_incidents AS "linkedIncidents"
             FROM call_counts($1, $2, $3, $4, $5) ORDER BY agency_id`,
      values: [agencyIds, codeSetId, from, to, knownAt],
    }),
);
