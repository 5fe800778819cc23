import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which organizations a county's staff may refer residents to without a consent (Minn. Stat. 13.46 subd. 7 (a)): none. */
export class KeepWelfareCoordination1771400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE welfare_coordination (
        id uuid PRIMARY KEY,
        agency_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        allowed boolean NOT NULL,
        citation text NOT NULL CHECK (btrim(citation) <> ''),
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX welfare_coordination_newest
        ON welfare_coordination (agency_id, organization_id, recorded_at DESC, id DESC);`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}
