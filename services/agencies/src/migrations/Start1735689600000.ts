import { foundationSql } from "@corespond/kit";
import type { MigrationInterface, QueryRunner } from "typeorm";

import { agencySql } from "./agencySql";
import { callSql } from "./callSql";
import { staffSql } from "./staffSql";

/** The slice's first tables. */
export class Start1735689600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(foundationSql("agencies"));
    await queryRunner.query(agencySql);
    await queryRunner.query(staffSql);
    await queryRunner.query(callSql);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: correct one with another.");
  }
}
