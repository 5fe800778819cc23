import { ofMeasuredAgency, type MeasureFunction } from "../access/measureFunction.sql";

/**
 * How long the referrals of a period waited for their first completed contact, in hours: a row per agency, and one for
 * all, whose agency is null. A contact from before the referral was submitted is a wait of no time.
 */
export const measuredTimes: MeasureFunction = {
  signature: "measured_times_to_contact(program uuid, since timestamptz, until timestamptz)",
  returns:
    "TABLE (agency_id uuid, referrals integer, contacted integer, median_hours double precision, p90_hours double precision)",
  body: `
    SELECT waited.agency_id, count(*)::integer, count(waited.hours)::integer,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY waited.hours), percentile_cont(0.9) WITHIN GROUP (ORDER BY waited.hours)
    FROM (
      SELECT r.agency_id, (
        SELECT min(greatest(0, extract(epoch FROM c.occurred_at - r.submitted_at) / 3600))::double precision
        FROM contact c WHERE c.referral_id = r.id AND c.result = 'COMPLETED') AS hours
      FROM referral r
      WHERE r.submitted_at >= since AND r.submitted_at < until AND ${ofMeasuredAgency("r.agency_id")}) waited
    GROUP BY GROUPING SETS ((), (waited.agency_id))`,
};
