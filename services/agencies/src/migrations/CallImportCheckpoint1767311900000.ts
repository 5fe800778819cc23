import type { MigrationInterface, QueryRunner } from "typeorm";

/** How far an import of calls is that may be interrupted, by the file and all that it is read by. */
export class CallImportCheckpoint1767311900000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE call_import (
        key text PRIMARY KEY CHECK (key ~ '^[0-9a-f]{64}$'),
        tally jsonb NOT NULL CHECK (jsonb_typeof(tally) = 'object'),
        noted_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: correct one with another.");
  }
}
