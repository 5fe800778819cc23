import type { MigrationInterface, QueryRunner } from "typeorm";

/** Records that come from an agency's records system: known by its key, and recorded by nobody of the staff. */
export class ImportedRecords1767311900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person_record
        ADD COLUMN external_key text CHECK (btrim(external_key) <> ''),
        ALTER COLUMN recorded_by DROP NOT NULL,
        ADD CHECK (recorded_by IS NOT NULL OR external_key IS NOT NULL);
      CREATE UNIQUE INDEX person_record_external ON person_record (source_agency_id, external_key)
        WHERE external_key IS NOT NULL;`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}
