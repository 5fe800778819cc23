import type { MigrationInterface, QueryRunner } from "typeorm";

import { hangsOnRecord } from "./hangsOnRecord";

/** What keeps a record from being removed, and what remains of one that was. */
export class LegalHolds1771200000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}

const tables = `
CREATE TABLE legal_hold (${hangsOnRecord},
  authority text NOT NULL,
  reason text NOT NULL,
  placed_by uuid NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX legal_hold_record ON legal_hold (record_id);

CREATE TABLE legal_hold_release (
  hold_id uuid PRIMARY KEY REFERENCES legal_hold ON DELETE CASCADE,
  authority text NOT NULL,
  released_by uuid NOT NULL,
  released_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE retention_rule (
  id uuid PRIMARY KEY,
  county_agency_id uuid NOT NULL,
  keep_years integer NOT NULL CHECK (keep_years BETWEEN 1 AND 100),
  source text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX retention_rule_county ON retention_rule (county_agency_id, recorded_at DESC, id DESC);

CREATE TABLE expungement (
  id uuid PRIMARY KEY,
  county_agency_id uuid NOT NULL,
  authority text NOT NULL,
  record_hashes text[] NOT NULL,
  performed_by uuid NOT NULL,
  performed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX expungement_county ON expungement (county_agency_id, performed_at DESC, id DESC);
COMMENT ON COLUMN expungement.record_hashes IS 'SHA-256 of the ids of the removed records: whoever holds an id can tell that it was expunged, and from the hash nobody learns an id.';
`;
