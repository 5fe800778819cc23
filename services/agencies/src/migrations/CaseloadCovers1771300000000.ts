import type { MigrationInterface, QueryRunner } from "typeorm";

/** Caseloads lent to colleagues, and for how long a provider still sees a person after a service referral to it closed. */
export class CaseloadCovers1771300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE caseload_cover (
        id uuid PRIMARY KEY,
        county_agency_id uuid NOT NULL REFERENCES agency,
        lender_id uuid NOT NULL REFERENCES staff_member,
        covering_id uuid NOT NULL REFERENCES staff_member CHECK (covering_id <> lender_id),
        from_on date NOT NULL,
        to_on date NOT NULL,
        reason text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
        made_by uuid NOT NULL REFERENCES staff_member,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ended_by uuid REFERENCES staff_member,
        ended_at timestamptz,
        CHECK (to_on > from_on),
        CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
        CONSTRAINT caseload_cover_once EXCLUDE USING gist (lender_id WITH =, daterange(from_on, to_on) WITH &&)
          WHERE (ended_at IS NULL)
      );
      CREATE INDEX caseload_cover_covering ON caseload_cover (covering_id, from_on);
      CREATE INDEX caseload_cover_lender ON caseload_cover (lender_id, from_on);
      ALTER TABLE program ADD COLUMN provider_sight_days integer CHECK (provider_sight_days BETWEEN 0 AND 365);
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: correct one with another.");
  }
}
