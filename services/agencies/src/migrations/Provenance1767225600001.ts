import type { MigrationInterface, QueryRunner } from "typeorm";

/** Areas and memberships say where they are known from, and an area whose code nobody has looked up has none. */
export class Provenance1767225600001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE jurisdiction ALTER COLUMN geoid DROP NOT NULL, ADD COLUMN provenance text;
      ALTER TABLE program_membership ADD COLUMN provenance text;`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: correct one with another.");
  }
}
