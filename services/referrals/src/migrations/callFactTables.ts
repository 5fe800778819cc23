/**
 * What this slice keeps of calls for service: ids, dates and codes that come by event. First-contact dates are welfare
 * data and never travel to the slice that holds police calls, so the facts of calls come here.
 */
export const callFactTables = `
CREATE TABLE call_fact (
  call_id uuid PRIMARY KEY,
  agency_id uuid NOT NULL,
  incident_number text NOT NULL,
  received_at timestamptz NOT NULL,
  common_code text,
  told_at timestamptz NOT NULL
);
CREATE INDEX call_fact_received ON call_fact (agency_id, received_at);

CREATE TABLE call_fact_subject (
  call_id uuid NOT NULL REFERENCES call_fact ON DELETE CASCADE,
  record_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('CALLER', 'SUBJECT')),
  agency_id uuid NOT NULL,
  PRIMARY KEY (call_id, record_id, role)
);
CREATE INDEX call_fact_subject_record ON call_fact_subject (record_id, call_id) WHERE role = 'SUBJECT';
`;
