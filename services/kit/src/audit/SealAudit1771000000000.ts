import type { MigrationInterface, QueryRunner } from "typeorm";

import { auditChainSql } from "./auditChainSql";
import { auditUseSql } from "./auditUseSql";

/** Every slice's migration that gives audit rows an outcome and a place in a chain of sealed blocks. */
export class SealAudit1771000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${auditChainSql}\n${auditUseSql}`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error("Migrations go forward only."));
  }
}
