import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a resident was told before they were asked for what their own referral says (Minn. Stat. 13.04 subd. 2). */
export class KeepTennessenWarnings1771200000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tennessen_warning (
        referral_id uuid PRIMARY KEY REFERENCES referral ON DELETE CASCADE,
        version text NOT NULL,
        language text NOT NULL CHECK (language ~ '^[a-z]{3}$'),
        given_at timestamptz NOT NULL,
        given_by uuid NOT NULL
      );`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}
