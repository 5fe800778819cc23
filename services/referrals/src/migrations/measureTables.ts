/** What measures are read by, and those that were published. A published measure is never changed: it is quoted. */
export const measureTables = `
CREATE INDEX contact_completed ON contact (occurred_at, referral_id) INCLUDE (record_id) WHERE result = 'COMPLETED';

CREATE TABLE measure_snapshot (
  id uuid PRIMARY KEY,
  program_id uuid NOT NULL,
  county_agency_id uuid NOT NULL,
  measure text NOT NULL CHECK (measure IN ('OUTCOMES')),
  parameters jsonb NOT NULL CHECK (jsonb_typeof(parameters) = 'object'),
  result jsonb NOT NULL CHECK (jsonb_typeof(result) = 'object'),
  published_at timestamptz NOT NULL,
  published_by uuid NOT NULL
);
CREATE INDEX measure_snapshot_program ON measure_snapshot (program_id, measure, published_at, id);
`;
