import { defineLoader, readBatch } from "@corespond/kit";

import { ProgramCoverage } from "./coverage.type";

/** Which program's counts, and of which day (`YYYY-MM-DD`). */
export interface CoverageKey {
  readonly programId: string;
  readonly asOf: string;
}

type CoverageRow = Omit<ProgramCoverage, "asOf"> & { readonly keyNumber: number };

/** Counts of programs by day. */
export const coverageOfProgram = defineLoader<CoverageKey, ProgramCoverage>(
  "agencies.program.coverage",
  async (context, keys) => {
    const rows = await readBatch<CoverageRow & Record<string, unknown>>(context, {
      name: "agencies.program.coverage",
      text: `SELECT key.number AS "keyNumber", c.agencies, c.jurisdictions, c.social_workers AS "socialWorkers",
             c.planned_agencies AS "plannedAgencies", c.planned_jurisdictions AS "plannedJurisdictions",
             c.planned_social_workers AS "plannedSocialWorkers"
           FROM jsonb_to_recordset($1::jsonb) AS key (number integer, program uuid, day date),
             LATERAL program_coverage(key.program, key.day) AS c`,
      values: [JSON.stringify(keys.map(({ programId, asOf }, number) => ({ number, program: programId, day: asOf })))],
    });
    const counts = new Map(rows.map(({ keyNumber, ...row }) => [keyNumber, row]));
    return keys.map(({ asOf }, number) =>
      Object.freeze(Object.assign(new ProgramCoverage(), { ...counts.get(number), asOf })),
    );
  },
);
