import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Merges that a feed tells of the surviving incident (EIDO's merge direction REPLACING): what a call's newest row says, and
 * the same by the replaced incident, whose own call may come later or never. `source_updated_at` is when it was said.
 */
export class CallReplacements1767484800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE call_for_service ADD COLUMN replaces text[] CHECK (cardinality(replaces) BETWEEN 1 AND 100);
      CREATE TABLE call_replacement (
        agency_id uuid NOT NULL REFERENCES agency,
        incident_number text NOT NULL CHECK (btrim(incident_number) <> ''),
        replaced_by text NOT NULL CHECK (replaced_by <> incident_number),
        source_updated_at timestamptz,
        PRIMARY KEY (agency_id, incident_number, replaced_by)
      );
      CREATE INDEX call_replacement_replaced_by ON call_replacement (agency_id, replaced_by);`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: correct one with another.");
  }
}
