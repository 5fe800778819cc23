import { ofMeasuredAgency, type MeasureFunction } from "../access/measureFunction.sql";

/** The records of whom a completed contact is kept in a period, by the agency that the referral was for. */
export const measuredContacts: MeasureFunction = {
  signature: "measured_contacts(program uuid, since timestamptz, until timestamptz)",
  returns: "TABLE (agency_id uuid, record_ids uuid[])",
  body: `
    SELECT r.agency_id, array_agg(DISTINCT c.record_id)
    FROM contact c JOIN referral r ON r.id = c.referral_id
    WHERE c.result = 'COMPLETED' AND c.occurred_at >= since AND c.occurred_at < until AND ${ofMeasuredAgency("r.agency_id")}
    GROUP BY r.agency_id`,
};
