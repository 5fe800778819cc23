/**
 * What was told of a call before it was told otherwise, so that a figure as it was known at an earlier instant is
 * computed from the facts of then. A version held from `told_at` until before `superseded_at`; of two that were told at
 * the same instant the one whose event has the lesser id held for no time at all. Versions from before this table was
 * made were told by an event whose id nobody kept.
 */
export const callFactHistoryTables = `
ALTER TABLE call_fact ADD COLUMN event_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE call_fact ALTER COLUMN event_id DROP DEFAULT;
CREATE INDEX call_fact_code ON call_fact (agency_id, common_code, received_at) INCLUDE (call_id, incident_number, told_at);

CREATE TABLE call_fact_history (
  call_id uuid NOT NULL REFERENCES call_fact,
  agency_id uuid NOT NULL,
  incident_number text NOT NULL,
  received_at timestamptz NOT NULL,
  common_code text,
  told_at timestamptz NOT NULL,
  event_id uuid NOT NULL,
  superseded_at timestamptz NOT NULL CHECK (superseded_at >= told_at),
  PRIMARY KEY (call_id, told_at, event_id)
);
CREATE INDEX call_fact_history_code ON call_fact_history (agency_id, common_code, received_at);

CREATE TABLE call_fact_subject_history (
  call_id uuid NOT NULL,
  told_at timestamptz NOT NULL,
  event_id uuid NOT NULL,
  record_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('CALLER', 'SUBJECT')),
  agency_id uuid NOT NULL,
  PRIMARY KEY (call_id, told_at, event_id, record_id, role),
  FOREIGN KEY (call_id, told_at, event_id) REFERENCES call_fact_history
);
`;
