import { ofMeasuredAgency, type MeasureFunction } from "../access/measureFunction.sql";

/**
 * Referrals that were submitted in a period, counted by what became of them. A referral has an owner from the moment when
 * it is accepted. Service referrals to protected programs are left out: nobody who is given measures may know of one.
 */
export const measuredFunnel: MeasureFunction = {
  signature: "measured_funnel(program uuid, since timestamptz, until timestamptz)",
  returns:
    "TABLE (agency_id uuid, status text, reason text, accepted boolean, contacted boolean, connected boolean, referrals integer)",
  body: `
    SELECT r.agency_id, r.status::text, r.status_reason_code::text, r.owner_id IS NOT NULL, contact.made, service.accepted,
      count(*)::integer
    FROM referral r,
      LATERAL (SELECT EXISTS (SELECT FROM contact c WHERE c.referral_id = r.id AND c.result = 'COMPLETED') AS made) contact,
      LATERAL (SELECT EXISTS (SELECT FROM service_referral s
        WHERE s.referral_id = r.id AND s.accepted_at IS NOT NULL AND NOT s.is_protected) AS accepted) service
    WHERE r.submitted_at >= since AND r.submitted_at < until AND ${ofMeasuredAgency("r.agency_id")}
    GROUP BY 1, 2, 3, 4, 5, 6`,
};
