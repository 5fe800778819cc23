import { randomUUID } from "node:crypto";

import type { Referrals } from "./startReferrals";

/** The index day of every enrolled person of these tests; around it windows of 182 days end before 2026. */
export const indexDay = "2025-06-01";

/** How many incidents a person has in each of the windows of 182 days around the index day. */
export interface CallerWindows {
  readonly recordId?: string;
  readonly agencyId?: string;
  /** In the window before the one before the baseline. */
  readonly earlier?: number;
  /** In the window before the baseline. */
  readonly selection?: number;
  readonly before?: number;
  readonly after?: number;
  /** Days from the index day, for incidents that belong to no window or to its edge. */
  readonly at?: readonly number[];
  readonly commonCode?: string;
  readonly role?: "SUBJECT" | "CALLER";
}

/** Puts facts of calls straight into the tables; answers the callers' records in order. */
export async function insertCallers(r: Referrals, callers: readonly CallerWindows[]): Promise<readonly string[]> {
  const rows = callers.map((caller) => ({
    record_id: caller.recordId ?? randomUUID(),
    agency_id: caller.agencyId ?? r.department,
    code: caller.commonCode ?? "MENTAL",
    role: caller.role ?? "SUBJECT",
    days: daysOf(caller),
  }));
  await r.owner(
    `WITH caller AS (SELECT * FROM jsonb_to_recordset($1) AS t (record_id uuid, agency_id uuid, code text, role text, days integer[])),
       call AS (SELECT gen_random_uuid() AS id, caller.*, unnest(days) AS day FROM caller),
       fact AS (
         INSERT INTO call_fact (call_id, agency_id, incident_number, received_at, common_code, told_at, event_id)
         SELECT id, agency_id, id::text, '${indexDay}T18:00:00Z'::timestamptz + day * interval '24 hours', code,
           '${indexDay}T18:00:00Z'::timestamptz + day * interval '24 hours', id FROM call)
     INSERT INTO call_fact_subject (call_id, record_id, role, agency_id) SELECT id, record_id, role, agency_id FROM call`,
    [JSON.stringify(rows)],
  );
  return rows.map(({ record_id: recordId }) => recordId);
}

function daysOf({ earlier = 0, selection = 0, before = 0, after = 0, at = [] }: CallerWindows): readonly number[] {
  const spread = (count: number, from: number): readonly number[] =>
    Array.from({ length: count }, (_, n) => from + Math.floor((n * 182) / count));
  return [...spread(earlier, -546), ...spread(selection, -364), ...spread(before, -182), ...spread(after, 1), ...at];
}
