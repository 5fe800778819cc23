/** The second leg, and the history of both legs, whose entries point to both. */
export const serviceReferralTables = `
CREATE TABLE service_referral (
  id uuid PRIMARY KEY,
  referral_id uuid NOT NULL REFERENCES referral,
  record_id uuid NOT NULL,
  service_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  need referral_reason NOT NULL,
  urgency referral_urgency NOT NULL,
  age_band age_band,
  message text CHECK (char_length(message) <= 1000),
  status referral_status NOT NULL CHECK (status NOT IN ('IN_PROGRESS', 'ON_HOLD')),
  status_reason_code status_reason_code,
  status_reason_text text CHECK (char_length(status_reason_text) <= 1000),
  outcome referral_outcome,
  is_protected boolean NOT NULL,
  referred_by_id uuid NOT NULL,
  legal_basis legal_basis,
  legal_basis_citation text CHECK (char_length(legal_basis_citation) <= 500),
  submitted_at timestamptz NOT NULL,
  accepted_at timestamptz,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT service_referral_accepted CHECK (
    CASE WHEN status IN ('REQUESTED', 'REJECTED') THEN accepted_at IS NULL
         WHEN status = 'CANCELLED' THEN true
         ELSE accepted_at IS NOT NULL END),
  CONSTRAINT service_referral_status_reason CHECK (
    (status_reason_code IS NULL) = (status_reason_text IS NULL)
    AND (status_reason_code IS NOT NULL) = (status IN ('REJECTED', 'CANCELLED', 'FAILED'))),
  CONSTRAINT service_referral_outcome CHECK (
    (outcome IS NOT NULL) = (status IN ('COMPLETED', 'FAILED')) AND (outcome = 'GOT_HELP') IS NOT DISTINCT FROM
    (CASE status WHEN 'COMPLETED' THEN true WHEN 'FAILED' THEN false END)),
  CONSTRAINT service_referral_legal_basis CHECK ((legal_basis IS NULL) = (legal_basis_citation IS NULL))
);
CREATE INDEX service_referral_submitted ON service_referral (submitted_at, id);
CREATE INDEX service_referral_referral ON service_referral (referral_id, submitted_at, id);
CREATE INDEX service_referral_service ON service_referral (service_id, submitted_at, id);
CREATE INDEX service_referral_organization ON service_referral (organization_id, submitted_at, id);
CREATE INDEX service_referral_relation ON service_referral (organization_id, record_id) WHERE status = 'ACCEPTED';

CREATE TABLE referral_event (
  id uuid PRIMARY KEY,
  referral_id uuid NOT NULL REFERENCES referral,
  service_referral_id uuid REFERENCES service_referral,
  kind referral_event_kind NOT NULL,
  from_status referral_status,
  to_status referral_status NOT NULL,
  reason_code status_reason_code,
  reason_text text CHECK (char_length(reason_text) <= 1000),
  by_id uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX referral_event_referral ON referral_event (referral_id, recorded_at, id);
CREATE INDEX referral_event_service_referral ON referral_event (service_referral_id, recorded_at, id)
  WHERE service_referral_id IS NOT NULL;
`;
