import type { MigrationInterface, QueryRunner } from "typeorm";

import { hangsOnRecord } from "./hangsOnRecord";

/** The person's own rights: what they were told before they answered, what they ask for, what they disagree with. */
export class DataRights1771200000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}

const tables = `
CREATE TABLE tennessen_warning (${hangsOnRecord},
  version text NOT NULL,
  language text NOT NULL CHECK (language ~ '^[a-z]{3}$'),
  given_at timestamptz NOT NULL,
  given_by uuid NOT NULL
);
CREATE INDEX tennessen_warning_record ON tennessen_warning (record_id);

CREATE TABLE data_request (${hangsOnRecord},
  kind text NOT NULL CHECK (kind IN ('ACCESS', 'CORRECTION')),
  statement text NOT NULL,
  received_on date NOT NULL,
  due_on date NOT NULL CHECK (due_on >= received_on),
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX data_request_record ON data_request (record_id);
CREATE INDEX data_request_due ON data_request (due_on, id);

CREATE TABLE data_request_answer (
  request_id uuid PRIMARY KEY REFERENCES data_request ON DELETE CASCADE,
  outcome text NOT NULL CHECK (outcome IN ('GRANTED', 'GRANTED_IN_PART', 'DENIED')),
  explanation text NOT NULL,
  answered_by uuid NOT NULL,
  answered_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE statement_of_disagreement (${hangsOnRecord},
  statement text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX statement_of_disagreement_record ON statement_of_disagreement (record_id, recorded_at DESC, id DESC);
`;
