import { foundationSql } from "@corespond/kit";
import type { MigrationInterface, QueryRunner } from "typeorm";

import { callFactTables } from "./callFactTables";
import { codeDomains } from "./codeDomains";
import { referralTables } from "./referralTables";
import { serviceReferralTables } from "./serviceReferralTables";

/** The slice's first tables. */
export class CreateReferrals1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      foundationSql("referrals"),
      codeDomains,
      referralTables,
      serviceReferralTables,
      callFactTables,
    ]) {
      await runner.query(sql);
    }
  }

  /** Forward only: a later migration contracts what an earlier one expanded. */
  down(): Promise<void> {
    return Promise.reject(new Error("Migrations of this slice go forward only."));
  }
}
