import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Which kind of protected program a service referral goes to, and by which consent it was sent. What was sent before says
 * neither, so no consent opens it to others.
 */
export class KeepProtection1771100000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(protectionSql);
  }

  /** Forward only: a later migration contracts what an earlier one expanded. */
  down(): Promise<void> {
    return Promise.reject(new Error("Migrations of this slice go forward only."));
  }
}

const protectionSql = `
CREATE DOMAIN protected_program AS text CHECK (VALUE IN ('PART_2', 'VICTIM_SERVICES'));
ALTER TABLE service_referral
  ADD COLUMN protected_program protected_program,
  ADD COLUMN consent_id uuid,
  ADD CONSTRAINT service_referral_protected CHECK (is_protected OR (protected_program IS NULL AND consent_id IS NULL));
`;
