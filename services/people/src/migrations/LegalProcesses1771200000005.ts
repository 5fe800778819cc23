import type { MigrationInterface, QueryRunner } from "typeorm";

import { hangsOnRecord } from "./hangsOnRecord";

/** Orders, subpoenas and statutes by which data leave, each a recorded action of the privacy officer's. */
export class LegalProcesses1771200000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}

const tables = `
CREATE TABLE legal_process (${hangsOnRecord},
  kind text NOT NULL CHECK (kind IN ('COURT_ORDER', 'SUBPOENA', 'WARRANT', 'STATUTE')),
  issuer text NOT NULL,
  number text NOT NULL,
  scope text NOT NULL,
  received_on date NOT NULL,
  due_on date CHECK (due_on >= received_on),
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX legal_process_record ON legal_process (record_id);
CREATE INDEX legal_process_received ON legal_process (received_on DESC, id DESC);

CREATE TABLE legal_process_answer (
  process_id uuid PRIMARY KEY REFERENCES legal_process ON DELETE CASCADE,
  disclosed boolean NOT NULL,
  answer text NOT NULL,
  answered_by uuid NOT NULL,
  answered_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
`;
