import type { MigrationInterface, QueryRunner } from "typeorm";

/** When a service referral ended, for how long its provider still sees the person, coarse answers, and reassignments. */
export class KeepRelations1771300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(serviceReferralSql);
    await runner.query(eventKindSql);
  }

  /** Forward only: a later migration contracts what an earlier one expanded. */
  down(): Promise<void> {
    return Promise.reject(new Error("Migrations of this slice go forward only."));
  }
}

/** What was sent before keeps the rule under which it was sent: sight ends with the service referral. */
const serviceReferralSql = `
CREATE DOMAIN eligibility_question AS text CHECK (VALUE IN
  ('LIVES_IN_SERVICE_AREA', 'SPEAKS_A_LANGUAGE_OF_THE_SERVICE', 'CHILDREN_WITH_THEM', 'WITHIN_AGE_LIMITS',
   'WITHIN_INCOME_LIMITS', 'NEEDS_STEP_FREE_ACCESS'));
CREATE DOMAIN eligibility_answer AS text CHECK (VALUE IN ('YES', 'NO', 'UNKNOWN'));
ALTER TABLE service_referral
  ADD COLUMN eligibility_questions text[] NOT NULL DEFAULT '{}',
  ADD COLUMN eligibility_answers text[] NOT NULL DEFAULT '{}',
  ADD COLUMN closed_at timestamptz,
  ADD COLUMN sight_days smallint NOT NULL DEFAULT 0 CHECK (sight_days BETWEEN 0 AND 365);
UPDATE service_referral s SET closed_at = coalesce(
    (SELECT max(e.recorded_at) FROM referral_event e WHERE e.service_referral_id = s.id AND e.to_status = s.status), s.recorded_at)
  WHERE s.status IN ('REJECTED', 'CANCELLED', 'COMPLETED', 'FAILED');
ALTER TABLE service_referral
  ADD CONSTRAINT service_referral_closed CHECK (
    (closed_at IS NOT NULL) = (status IN ('REJECTED', 'CANCELLED', 'COMPLETED', 'FAILED'))),
  ADD CONSTRAINT service_referral_eligibility CHECK (
    cardinality(eligibility_questions) = cardinality(eligibility_answers)
    AND eligibility_questions::eligibility_question[] IS NOT NULL
    AND eligibility_answers::eligibility_answer[] IS NOT NULL);
CREATE INDEX service_referral_sight ON service_referral (organization_id, record_id)
  WHERE status IN ('ACCEPTED', 'COMPLETED', 'FAILED');
DROP INDEX service_referral_relation;
`;

const eventKindSql = `
ALTER DOMAIN referral_event_kind DROP CONSTRAINT referral_event_kind_check;
ALTER DOMAIN referral_event_kind ADD CONSTRAINT referral_event_kind_check CHECK (VALUE IN
  ('SUBMITTED', 'ACCEPTED', 'REJECTED', 'CONTACT_RECORDED', 'PUT_ON_HOLD', 'RESUMED', 'COMPLETED', 'FAILED',
   'CANCELLED', 'WITHDRAWN', 'WITHDRAWAL_ASKED', 'REASSIGNED'));
`;
