import { portFunction, readBatch } from "@corespond/kit";
import { z } from "zod";

/** An agency's membership; days are texts `YYYY-MM-DD`, `leftOn` the first on which it is a member no longer. */
export interface MembershipFact {
  readonly agencyId: string;
  readonly joinedOn: string;
  readonly leftOn: string | null;
}

/** Who runs a program, by which clock its days go, and who its members were, are and will be. */
export interface ProgramFacts {
  readonly id: string;
  readonly countyAgencyId: string;
  readonly timeZone: string;
  readonly memberships: readonly MembershipFact[];
}

/** How many memberships a program tells at most; a county has some dozens of agencies. */
const mostMemberships = 500;

const programFactsSql = `
  SELECT p.id, p.county_agency_id AS "countyAgencyId", p.time_zone AS "timeZone",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('agencyId', m.agency_id, 'joinedOn', m.joined_on, 'leftOn', m.left_on)
       ORDER BY m.joined_on, m.id), '[]')
     FROM (SELECT * FROM program_membership m WHERE m.program_id = p.id
           ORDER BY m.joined_on, m.id LIMIT ${mostMemberships}) m) AS "memberships"
  FROM program p WHERE p.id = $1`;

/** Facts of a program; null where there is none. Public data. */
export const programFacts = portFunction(
  z.object({ programId: z.guid() }),
  async (context, { programId }): Promise<ProgramFacts | null> => {
    const [program] = await readBatch<ProgramFacts & Record<string, unknown>>(context, {
      name: "agencies.program.facts",
      text: programFactsSql,
      values: [programId],
    });
    return program ?? null;
  },
);
