import { ofMeasuredAgency, type MeasureFunction } from "../access/measureFunction.sql";

/**
 * Who was referred, and who was met: for each record and agency the first referral and the first completed contact before
 * `until`, as recorded by `known_at`.
 */
export const measuredEnrolments: MeasureFunction = {
  signature: "measured_enrolments(program uuid, until timestamptz, known_at timestamptz)",
  returns: "TABLE (record_id uuid, agency_id uuid, first_referral_at timestamptz, first_contact_at timestamptz)",
  body: `
    SELECT r.record_id, r.agency_id, min(r.submitted_at), min(c.occurred_at)
    FROM referral r
    LEFT JOIN contact c ON c.referral_id = r.id AND c.result = 'COMPLETED' AND c.occurred_at < until AND c.recorded_at <= known_at
    WHERE r.submitted_at < until AND r.recorded_at <= known_at AND ${ofMeasuredAgency("r.agency_id")}
    GROUP BY 1, 2`,
};

const facts = "f.agency_id, f.incident_number, f.received_at, s.record_id";
const wanted = `s.role = 'SUBJECT' AND f.common_code = ANY (codes) AND f.received_at >= since AND f.received_at < until
      AND f.told_at <= known_at AND ${ofMeasuredAgency("f.agency_id")}`;

/**
 * The incidents of a period whose code counts, by the records that were their subject and by agency, as told by
 * `known_at`. `incidents` are numbers that tell incidents apart within the answer, `days` the days on which they
 * were received in the time zone `zone`, counted from 2000-01-01.
 */
export const measuredIncidents: MeasureFunction = {
  signature:
    "measured_incidents(program uuid, codes text[], since timestamptz, until timestamptz, known_at timestamptz, zone text)",
  returns: "TABLE (record_id uuid, agency_id uuid, incidents integer[], days integer[])",
  body: `
    WITH fact AS (
      SELECT ${facts} FROM call_fact f JOIN call_fact_subject s USING (call_id) WHERE ${wanted}
      UNION ALL
      SELECT ${facts} FROM call_fact_history f JOIN call_fact_subject_history s USING (call_id, told_at, event_id)
      WHERE ${wanted} AND f.superseded_at > known_at
    ), incident AS (
      SELECT record_id, agency_id, dense_rank() OVER (ORDER BY agency_id, incident_number)::integer AS number,
        (min(received_at) AT TIME ZONE zone)::date - DATE '2000-01-01' AS day
      FROM fact GROUP BY record_id, agency_id, incident_number
    )
    SELECT record_id, agency_id, array_agg(number ORDER BY number), array_agg(day ORDER BY number)
    FROM incident GROUP BY record_id, agency_id`,
};
