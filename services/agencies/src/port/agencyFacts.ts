import { portFunction, readBatch } from "@corespond/kit";

import type { AgencyKind } from "../agency/agency.kind";
import { defaultProviderSightDays } from "../program/providerSight";
import { idsInput } from "./idsInput";

/**
 * What other slices need to know of an agency. `countyAgencyId` is the county that runs the program which the agency
 * is a member of today (or itself runs); `memberSince` is the day since when. Both are null without a program.
 * `providerSightDays` is that program's, 0 without one.
 */
export interface AgencyFacts {
  readonly id: string;
  readonly kind: AgencyKind;
  readonly countyAgencyId: string | null;
  readonly memberSince: string | null;
  readonly providerSightDays: number;
}

const factsSql = `
  SELECT a.id, a.kind, coalesce(membership.county_agency_id, own.id) AS "countyAgencyId", membership.joined_on AS "memberSince",
    CASE WHEN membership.joined_on IS NULL THEN 0 ELSE coalesce(membership.provider_sight_days, ${defaultProviderSightDays}) END AS "providerSightDays"
  FROM agency a
  LEFT JOIN LATERAL (
    SELECT p.county_agency_id, p.provider_sight_days, m.joined_on
    FROM program_membership m JOIN program p ON p.id = m.program_id, agency_today(a.id) AS today
    WHERE m.agency_id = a.id AND m.joined_on <= today AND (m.left_on IS NULL OR today < m.left_on)
    ORDER BY m.joined_on, m.id LIMIT 1) membership ON true
  LEFT JOIN LATERAL (SELECT a.id WHERE EXISTS (SELECT FROM program p WHERE p.county_agency_id = a.id)) own ON true
  WHERE a.id = ANY ($1)`;

/** Facts of agencies; those that do not exist are left out. */
export const agencyFacts = portFunction(
  idsInput,
  async (context, { ids }): Promise<readonly AgencyFacts[]> =>
    await readBatch<AgencyFacts & Record<string, unknown>>(context, {
      name: "agencies.agency.facts",
      text: factsSql,
      values: [ids],
    }),
);
