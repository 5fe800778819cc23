/**
 * Calls for service. A subject's row repeats the call's agency, so that row-level security judges it by its own
 * columns, and the foreign key keeps the two equal.
 */
export const callSql = `
CREATE TABLE call_for_service (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency,
  incident_number text NOT NULL CHECK (btrim(incident_number) <> ''),
  received_at timestamptz NOT NULL,
  answered_at timestamptz,
  closed_at timestamptz,
  nature_code text,
  nature_text text,
  common_code text CHECK (common_code ~ '^[A-Z]{1,8}$'),
  priority integer CHECK (priority BETWEEN 0 AND 9),
  disposition text,
  beat text,
  address_street text,
  address_city text,
  address_text text,
  cautions jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(cautions) = 'array'),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (agency_id, incident_number),
  UNIQUE (id, agency_id),
  CHECK (answered_at >= received_at),
  CHECK (closed_at >= received_at)
);
CREATE INDEX call_for_service_agency_received ON call_for_service (agency_id, received_at DESC, id DESC);
CREATE INDEX call_for_service_received ON call_for_service (received_at DESC, id DESC);

CREATE TABLE call_subject (
  call_id uuid NOT NULL,
  record_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('CALLER', 'SUBJECT')),
  agency_id uuid NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (call_id, record_id, role),
  FOREIGN KEY (call_id, agency_id) REFERENCES call_for_service (id, agency_id)
);
CREATE INDEX call_subject_record ON call_subject (record_id, call_id);
`;
