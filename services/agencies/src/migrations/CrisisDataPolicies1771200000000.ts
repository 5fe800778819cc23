import type { MigrationInterface, QueryRunner } from "typeorm";

/** The written policies that a police agency needs before it may be told anything in a crisis (Minn. Stat. 626.8477). */
export class CrisisDataPolicies1771200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE crisis_data_policy (
        id uuid PRIMARY KEY,
        agency_id uuid NOT NULL REFERENCES agency,
        adopted_on date NOT NULL,
        title text NOT NULL CHECK (btrim(title) <> ''),
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX crisis_data_policy_agency ON crisis_data_policy (agency_id, adopted_on DESC, id DESC);`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: correct one with another.");
  }
}
