/** Referrals, the contacts made for them, their history, and what senders tell their owners. */
export const referralTables = `
CREATE TABLE referral (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  referring_agency_id uuid NOT NULL,
  referred_by_id uuid NOT NULL,
  call_id uuid,
  source referral_source NOT NULL,
  reasons text[] NOT NULL,
  urgency referral_urgency NOT NULL,
  narrative text CHECK (char_length(narrative) <= 5000),
  status referral_status NOT NULL,
  status_reason_code status_reason_code,
  status_reason_text text CHECK (char_length(status_reason_text) <= 1000),
  outcome referral_outcome,
  owner_id uuid,
  legal_basis legal_basis,
  legal_basis_citation text CHECK (char_length(legal_basis_citation) <= 500),
  submitted_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT referral_reasons CHECK (cardinality(reasons) BETWEEN 1 AND 5 AND reasons::referral_reason[] IS NOT NULL),
  CONSTRAINT referral_owner CHECK (
    CASE WHEN status IN ('REQUESTED', 'REJECTED') THEN owner_id IS NULL
         WHEN status = 'CANCELLED' THEN true
         ELSE owner_id IS NOT NULL END),
  CONSTRAINT referral_status_reason CHECK (
    (status_reason_code IS NULL) = (status_reason_text IS NULL)
    AND (status_reason_code IS NOT NULL) = (status IN ('REJECTED', 'ON_HOLD', 'CANCELLED', 'FAILED'))),
  CONSTRAINT referral_outcome CHECK (
    (outcome IS NOT NULL) = (status IN ('COMPLETED', 'FAILED')) AND (outcome = 'GOT_HELP') IS NOT DISTINCT FROM
    (CASE status WHEN 'COMPLETED' THEN true WHEN 'FAILED' THEN false END)),
  CONSTRAINT referral_legal_basis CHECK ((legal_basis IS NULL) = (legal_basis_citation IS NULL)),
  CONSTRAINT referral_times CHECK (submitted_at <= recorded_at)
);
CREATE INDEX referral_submitted ON referral (submitted_at, id);
CREATE INDEX referral_agency ON referral (agency_id, submitted_at, id);
CREATE INDEX referral_referring_agency ON referral (referring_agency_id, submitted_at, id);
CREATE INDEX referral_referred_by ON referral (referred_by_id, submitted_at, id);
CREATE INDEX referral_record ON referral (record_id, submitted_at, id);
CREATE INDEX referral_owner ON referral (owner_id, submitted_at, id) WHERE owner_id IS NOT NULL;

CREATE TABLE contact (
  id uuid PRIMARY KEY,
  referral_id uuid NOT NULL REFERENCES referral,
  record_id uuid NOT NULL,
  kind contact_kind NOT NULL,
  result contact_result NOT NULL,
  notes text CHECK (char_length(notes) <= 5000),
  by_id uuid NOT NULL,
  occurred_at timestamptz NOT NULL CHECK (occurred_at >= timestamptz '2000-01-01T00:00:00Z'),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT contact_times CHECK (occurred_at <= recorded_at)
);
CREATE INDEX contact_referral ON contact (referral_id, occurred_at, id);

CREATE TABLE referral_message (
  id uuid PRIMARY KEY,
  referral_id uuid NOT NULL REFERENCES referral,
  record_id uuid NOT NULL,
  from_id uuid NOT NULL,
  reason_code status_reason_code NOT NULL,
  body text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 1000),
  sent_at timestamptz NOT NULL
);
CREATE INDEX referral_message_referral ON referral_message (referral_id, sent_at, id);
`;
