import type { MigrationInterface, QueryRunner } from "typeorm";

/** Emergency access outside the viewer's relations, and its review. */
export class BreakGlass1771200000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(breakGlassTables);
    await runner.query(emergencyFunction);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}

const breakGlassTables = `
CREATE TABLE break_glass (
  id uuid PRIMARY KEY,
  asked_person_id uuid NOT NULL,
  record_id uuid REFERENCES person_record (id) ON DELETE SET NULL,
  opened_by uuid NOT NULL,
  agency_id uuid NOT NULL,
  reason_code text NOT NULL CHECK (reason_code IN ('ETREAT', 'ERTREAT', 'BTG')),
  reason_text text NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL CHECK (expires_at <= opened_at + interval '24 hours')
);
CREATE INDEX break_glass_opener ON break_glass (opened_by, expires_at);
CREATE INDEX break_glass_agency ON break_glass (agency_id, opened_at DESC, id DESC);
CREATE INDEX break_glass_record ON break_glass (record_id);
COMMENT ON COLUMN break_glass.record_id IS 'A record of the person; null where there was none, which the opener is not told apart.';

CREATE TABLE break_glass_review (
  break_glass_id uuid PRIMARY KEY REFERENCES break_glass,
  finding text NOT NULL CHECK (finding IN ('JUSTIFIED', 'UNJUSTIFIED')),
  note text,
  reviewed_by uuid NOT NULL,
  reviewed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
`;

/** The records that the viewer may read at this instant because of an emergency: all of each person's, by id alone. */
const emergencyFunction = `
CREATE FUNCTION emergency_records() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT coalesce(array_agg(known.id), '{}')
    FROM break_glass b
    JOIN person_record broken ON broken.id = b.record_id
    JOIN person_record known ON known.person_id = broken.person_id
    WHERE b.opened_by = (SELECT corespond.viewer_id()) AND b.agency_id = (SELECT corespond.viewer_agency())
      AND b.expires_at > statement_timestamp()
  $$;
REVOKE ALL ON FUNCTION emergency_records() FROM PUBLIC;
`;
