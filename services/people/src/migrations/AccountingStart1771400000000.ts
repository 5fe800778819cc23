import type { MigrationInterface, QueryRunner } from "typeorm";

/** From when a county gives the accounting of 42 CFR 2.25: never, until it is recorded. */
export class AccountingStart1771400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting_start (
        id uuid PRIMARY KEY,
        county_agency_id uuid NOT NULL,
        in_force_from date NOT NULL,
        citation text NOT NULL CHECK (btrim(citation) <> ''),
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX accounting_start_county ON accounting_start (county_agency_id, recorded_at DESC, id DESC);`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}
