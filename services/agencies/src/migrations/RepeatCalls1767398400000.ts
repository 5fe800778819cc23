import type { MigrationInterface, QueryRunner } from "typeorm";

/** From how many calls in how many days somebody is a repeat caller, and the index by which calls of codes are counted. */
export class RepeatCalls1767398400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE program
        ADD COLUMN repeat_caller_threshold integer CHECK (repeat_caller_threshold BETWEEN 2 AND 1000),
        ADD COLUMN repeat_caller_days integer CHECK (repeat_caller_days BETWEEN 1 AND 3660);
      CREATE INDEX call_for_service_agency_code ON call_for_service (agency_id, common_code, received_at DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: correct one with another.");
  }
}
