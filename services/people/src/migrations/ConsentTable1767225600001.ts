import type { MigrationInterface, QueryRunner } from "typeorm";

/** The table of consents. */
export class ConsentTable1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(consentTable);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}

const consentTable = `
CREATE TABLE consent (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL,
  source_agency_id uuid NOT NULL,
  regime text NOT NULL CHECK (regime IN ('PART_2', 'HEALTH_RECORDS_ACT', 'CHAPTER_13', 'VICTIM_RELEASE')),
  categories text[] NOT NULL CHECK (cardinality(categories) > 0 AND categories <@ ARRAY[
    'MENTAL_HEALTH', 'SUBSTANCE_USE', 'PHYSICAL_HEALTH', 'HOUSING', 'BENEFITS', 'VICTIM_SERVICES', 'REFERRAL_OUTCOMES']),
  grantee_agency_ids uuid[] NOT NULL CHECK (cardinality(grantee_agency_ids) <= 50),
  grantee_organization_ids uuid[] NOT NULL CHECK (cardinality(grantee_organization_ids) <= 50),
  purpose text NOT NULL CHECK (purpose ~ '^[A-Z]{2,20}$'),
  given_by text NOT NULL CHECK (given_by IN ('SUBJECT', 'PARENT', 'GUARDIAN', 'HEALTH_CARE_AGENT')),
  signed_on date NOT NULL,
  effective_from timestamptz NOT NULL,
  expires_at timestamptz CHECK (expires_at > effective_from),
  revoked_at timestamptz,
  FOREIGN KEY (record_id, source_agency_id) REFERENCES person_record (id, source_agency_id) ON DELETE CASCADE,
  CHECK (cardinality(grantee_agency_ids) + cardinality(grantee_organization_ids) > 0)
);
CREATE INDEX consent_record ON consent (record_id, signed_on DESC, id DESC);
`;
