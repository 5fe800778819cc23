import { foundationSql } from "@corespond/kit";
import type { MigrationInterface, QueryRunner } from "typeorm";

import { capacitySql } from "./capacitySql";
import { contactSql } from "./contactSql";
import { openingSql } from "./openingSql";
import { placeSql } from "./placeSql";
import { searchSql } from "./searchSql";
import { serviceSql } from "./serviceSql";

/** The slice's first tables. */
export class Start1735689600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(foundationSql("resources"));
    await queryRunner.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    for (const sql of [serviceSql, placeSql, contactSql, openingSql, capacitySql, searchSql])
      await queryRunner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: correct one with another.");
  }
}
