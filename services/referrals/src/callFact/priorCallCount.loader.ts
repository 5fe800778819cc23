import { defineLoader, readBatch, uuidKeys } from "@corespond/kit";

/**
 * How many incidents had a referral's person as their subject in the 365 days before it was made, of the calls that the
 * viewer may see. A day is 24 hours here, so that the window is as long in every time zone.
 */
export const priorCallCount = defineLoader<string, number>(
  "referrals.callFact.priorCallCount",
  async (context, ids) => {
    const counted = await readBatch<{ id: string; count: number }>(context, {
      name: "referrals.callFact.priorCallCount",
      text: `SELECT r.id, count(DISTINCT (f.agency_id, f.incident_number))::int AS count
           FROM referral r
           JOIN call_fact_subject s ON s.record_id = r.record_id AND s.role = 'SUBJECT'
           JOIN call_fact f ON f.call_id = s.call_id
             AND f.received_at >= r.submitted_at - interval '8760 hours' AND f.received_at <= r.submitted_at
           WHERE r.id = ANY ($1) GROUP BY r.id`,
      values: [uuidKeys(ids)],
    });
    const counts = new Map(counted.map(({ id, count }) => [id, count]));
    return ids.map((id) => counts.get(id) ?? 0);
  },
);
