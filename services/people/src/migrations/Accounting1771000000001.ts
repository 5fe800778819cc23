import type { MigrationInterface, QueryRunner } from "typeorm";

/** The tables of the accounting of disclosures: who asked for one, and which officials had it suspended. */
export class Accounting1771000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(accountingTables);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error("Migrations go forward only."));
  }
}

const ofRecord = `
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL,
  source_agency_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  FOREIGN KEY (record_id, source_agency_id) REFERENCES person_record (id, source_agency_id) ON DELETE CASCADE`;

const accountingTables = `
CREATE TABLE accounting_request (
  ${ofRecord},
  kind text NOT NULL CHECK (kind IN ('HIPAA', 'INTERMEDIARY', 'PART_2')),
  requested_on date NOT NULL,
  due_on date NOT NULL CHECK (due_on > requested_on)
);
CREATE INDEX accounting_request_record ON accounting_request (record_id, requested_on DESC, id DESC);

CREATE TABLE accounting_suspension (
  ${ofRecord},
  recipient_agency_id uuid NOT NULL,
  statement text NOT NULL CHECK (statement IN ('ORAL', 'WRITTEN')),
  official text NOT NULL CHECK (length(official) <= 200),
  ends_at timestamptz NOT NULL CHECK (ends_at > recorded_at),
  CHECK (statement = 'WRITTEN' OR ends_at <= recorded_at + interval '30 days')
);
CREATE INDEX accounting_suspension_record ON accounting_suspension (record_id);
`;
