import { ofMeasuredAgency, type MeasureFunction } from "../access/measureFunction.sql";

/** Service referrals of a period by state and outcome, with the records of whom a provider accepted. No protected ones. */
export const measuredConnections: MeasureFunction = {
  signature: "measured_connections(program uuid, since timestamptz, until timestamptz)",
  returns: "TABLE (agency_id uuid, status text, outcome text, service_referrals integer, accepted_record_ids uuid[])",
  body: `
    SELECT r.agency_id, s.status::text, s.outcome::text, count(*)::integer,
      coalesce(array_agg(DISTINCT s.record_id) FILTER (WHERE s.accepted_at IS NOT NULL), '{}')
    FROM service_referral s JOIN referral r ON r.id = s.referral_id
    WHERE s.submitted_at >= since AND s.submitted_at < until AND NOT s.is_protected AND ${ofMeasuredAgency("r.agency_id")}
    GROUP BY 1, 2, 3`,
};
