import type { MigrationInterface, QueryRunner } from "typeorm";

import { hangsOnRecord } from "./hangsOnRecord";

/** Whom to turn to and what helps in a crisis, and what police were told of it (Minn. Stat. 13.46 subd. 7 (c)). */
export class CrisisData1771200000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(crisisTables);
    await runner.query(disclosedFunction);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}

const crisisTables = `
CREATE TABLE care_contact (${hangsOnRecord},
  name text NOT NULL,
  phone text NOT NULL,
  role text NOT NULL CHECK (role IN ('PSYCHIATRIST', 'THERAPIST', 'CASE_MANAGER', 'OTHER')),
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX care_contact_record ON care_contact (record_id);

CREATE TABLE crisis_strategy (${hangsOnRecord},
  strategy text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX crisis_strategy_record ON crisis_strategy (record_id);

CREATE TABLE crisis_disclosure (${hangsOnRecord},
  crisis text NOT NULL,
  necessity text NOT NULL,
  requested_by uuid NOT NULL,
  requesting_agency_id uuid NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX crisis_disclosure_record ON crisis_disclosure (record_id);
CREATE INDEX crisis_disclosure_requester ON crisis_disclosure (requested_by);
CREATE INDEX crisis_disclosure_agency ON crisis_disclosure (requesting_agency_id, requested_at DESC, id DESC);

CREATE TABLE crisis_decision (
  disclosure_id uuid PRIMARY KEY REFERENCES crisis_disclosure ON DELETE CASCADE,
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz CHECK (expires_at <= decided_at + interval '24 hours'),
  notify_client_by timestamptz,
  CHECK ((expires_at IS NULL) = (notify_client_by IS NULL))
);
COMMENT ON COLUMN crisis_decision.expires_at IS 'Null where the request was declined.';

CREATE TABLE client_notice (
  disclosure_id uuid PRIMARY KEY REFERENCES crisis_disclosure ON DELETE CASCADE,
  notified_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
`;

/**
 * What the viewer has been disclosed and may read at this instant: for who asked, for the purpose of an emergency alone.
 * A disclosure is of the person, so it reaches all their records, past row-level security, by id alone.
 */
const disclosedFunction = `
CREATE FUNCTION crisis_disclosed() RETURNS TABLE (disclosure_id uuid, record_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT d.id, known.id
    FROM crisis_disclosure d
    JOIN crisis_decision decision ON decision.disclosure_id = d.id
    JOIN person_record asked ON asked.id = d.record_id
    JOIN person_record known ON known.person_id = asked.person_id
    WHERE d.requested_by = (SELECT corespond.viewer_id())
      AND d.requesting_agency_id = (SELECT corespond.viewer_agency())
      AND (SELECT corespond.viewer() ->> 'purpose') = 'ETREAT'
      AND decision.expires_at > statement_timestamp()
  $$;
REVOKE ALL ON FUNCTION crisis_disclosed() FROM PUBLIC;
`;
