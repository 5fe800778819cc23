import { portFunction, readBatch } from "@corespond/kit";
import { z } from "zod";

import type { CrisisNumber, IntakeHours } from "../program/intake.type";
import { intakeSql } from "../program/intakeSql";

/** When an agency's program looks at new referrals, and what to call until then. */
export interface Intake {
  readonly timeZone: string;
  readonly hours: readonly IntakeHours[];
  readonly holidays: readonly string[];
  readonly crisisNumbers: readonly CrisisNumber[];
}

const intakeOfAgencySql = `
  SELECT p.time_zone AS "timeZone", ${intakeSql}
  FROM program p
  LEFT JOIN program_membership m ON m.program_id = p.id AND m.agency_id = $1
    AND m.joined_on <= agency_today($1) AND (m.left_on IS NULL OR agency_today($1) < m.left_on)
  WHERE m.id IS NOT NULL OR p.county_agency_id = $1
  ORDER BY m.joined_on NULLS LAST, p.id LIMIT 1`;

/** The intake of the program that an agency is a member of today, or runs; null without one. */
export const intakeOf = portFunction(
  z.object({ agencyId: z.guid() }),
  async (context, { agencyId }): Promise<Intake | null> => {
    const [program] = await readBatch<{
      timeZone: string;
      intakeHours: IntakeHours[];
      holidays: string[];
      crisisNumbers: CrisisNumber[];
    }>(context, { name: "agencies.program.intake", text: intakeOfAgencySql, values: [agencyId] });
    if (!program) return null;
    const { timeZone, intakeHours: hours, holidays, crisisNumbers } = program;
    return { timeZone, hours, holidays, crisisNumbers };
  },
);
