import type { MigrationInterface, QueryRunner } from "typeorm";

/** By which sign-ins residents see the own records, and who linked them after which proof of identity. */
export class ResidentLogins1771300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE resident_login (
        id uuid PRIMARY KEY,
        agency_id uuid NOT NULL,
        issuer text NOT NULL CHECK (char_length(issuer) BETWEEN 1 AND 500),
        subject text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 255),
        proofing text NOT NULL CHECK (char_length(proofing) BETWEEN 1 AND 500),
        linked_by uuid NOT NULL,
        linked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        unlinked_by uuid,
        unlinked_at timestamptz,
        CHECK ((unlinked_by IS NULL) = (unlinked_at IS NULL))
      );
      CREATE UNIQUE INDEX resident_login_subject ON resident_login (issuer, subject) WHERE unlinked_at IS NULL;
      CREATE TABLE resident_login_record (
        login_id uuid NOT NULL REFERENCES resident_login,
        record_id uuid NOT NULL REFERENCES person_record ON DELETE CASCADE,
        agency_id uuid NOT NULL,
        PRIMARY KEY (login_id, record_id)
      );
      CREATE INDEX resident_login_record_record ON resident_login_record (record_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}
