import type { MigrationInterface, QueryRunner } from "typeorm";

import { callFactHistoryTables } from "./callFactHistoryTables";
import { measureTables } from "./measureTables";

/** What measures need: the facts of calls as they were told before, and a place for published results. */
export class KeepMeasures1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [callFactHistoryTables, measureTables]) await runner.query(sql);
  }

  /** Forward only: a later migration contracts what an earlier one expanded. */
  down(): Promise<void> {
    return Promise.reject(new Error("Migrations of this slice go forward only."));
  }
}
