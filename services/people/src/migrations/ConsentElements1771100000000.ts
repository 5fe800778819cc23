import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The elements of a consent that the laws ask for, who recorded it, and refusals. A consent that stood here before keeps
 * what it had: one regime, and no statement of the rest.
 */
export class ConsentElements1771100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(consentElements);
    await runner.query(refusalTable);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}

const categories = `ARRAY[
  'MENTAL_HEALTH', 'SUBSTANCE_USE', 'PHYSICAL_HEALTH', 'HOUSING', 'BENEFITS', 'VICTIM_SERVICES', 'REFERRAL_OUTCOMES']`;

const consentElements = `
ALTER TABLE consent
  ADD COLUMN regimes text[],
  ADD COLUMN patient_name text,
  ADD COLUMN disclosing_agency_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(disclosing_agency_ids) <= 50),
  ADD COLUMN disclosing_organization_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(disclosing_organization_ids) <= 50),
  ADD COLUMN description text,
  ADD COLUMN recipient_class text CHECK (recipient_class IN ('TREATMENT_PAYMENT_OPERATIONS')),
  ADD COLUMN intermediary_organization_id uuid,
  ADD COLUMN revocation_right_stated boolean NOT NULL DEFAULT false,
  ADD COLUMN plain_language boolean NOT NULL DEFAULT false,
  ADD COLUMN expiry_event text CHECK (expiry_event IN ('END_OF_TREATMENT', 'NONE')),
  ADD COLUMN signature text CHECK (signature IN ('WRITTEN', 'ELECTRONIC')),
  ADD COLUMN given_by_name text,
  ADD COLUMN incapacity text CHECK (incapacity IN ('ADJUDICATED', 'DECIDED_BY_PHYSICIAN')),
  ADD COLUMN minor_consent_basis text CHECK (minor_consent_basis IN ('LIVING_APART', 'MARRIED_OR_PARENT',
    'PREGNANCY_DISEASE_OR_SUBSTANCE_USE', 'EMERGENCY', 'HEPATITIS_B_VACCINATION')),
  ADD COLUMN recorded_by uuid,
  ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN revoked_by uuid;
UPDATE consent SET regimes = ARRAY[regime];
ALTER TABLE consent ALTER COLUMN regimes SET NOT NULL, ADD CHECK (regime = ANY (regimes) AND regimes <@ ARRAY[
  'PART_2', 'HEALTH_RECORDS_ACT', 'CHAPTER_13', 'VICTIM_RELEASE']);
ALTER TABLE consent DROP CONSTRAINT consent_check1, ADD CONSTRAINT consent_recipients CHECK (
  cardinality(grantee_agency_ids) + cardinality(grantee_organization_ids) > 0 OR recipient_class IS NOT NULL);
CREATE INDEX consent_grantee_agency ON consent USING gin (grantee_agency_ids) WHERE revoked_at IS NULL;
CREATE INDEX consent_grantee_organization ON consent USING gin (grantee_organization_ids) WHERE revoked_at IS NULL;
`;

const refusalTable = `
CREATE TABLE consent_refusal (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL,
  source_agency_id uuid NOT NULL,
  categories text[] NOT NULL CHECK (cardinality(categories) > 0 AND categories <@ ${categories}),
  declined_on date NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (record_id, source_agency_id) REFERENCES person_record (id, source_agency_id) ON DELETE CASCADE
);
CREATE INDEX consent_refusal_record ON consent_refusal (record_id, declined_on DESC, id DESC);
`;
