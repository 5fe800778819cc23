import { type AnyPolicy, type RequestContext, Role, type RowRule, viewerSql } from "@corespond/kit";

import { welfareRoles } from "../access/rolesOfReferrals";
import type { WelfareCoordinationRow } from "./welfareCoordination.row";
import { WelfareCoordination } from "./welfareCoordination.type";

/** Who records what the county's counsel has found. */
export const recordingRoles = [Role.PRIVACY_OFFICER] as const;

const ground = {
  basis: "STATUTE",
  source: "Minn. Stat. 13.46, subd. 7 (a)",
} as const satisfies Partial<RowRule>;

/** The welfare side of a county sees its decisions, and its privacy officers add to them. Nobody changes one. */
export const welfareCoordinationPolicy: AnyPolicy = {
  type: "WelfareCoordination",
  tables: [
    {
      table: "welfare_coordination",
      select: [
        {
          ...ground,
          id: "ownCounty",
          roles: welfareRoles,
          within: { column: "agency_id", ids: `ARRAY[${viewerSql.agency}]` },
          relation: "of the own county",
        },
      ],
      insert: [
        {
          ...ground,
          id: "recorded",
          roles: recordingRoles,
          where: `recorded_by = ${viewerSql.id} AND agency_id = ${viewerSql.agency}`,
          relation: "of the own county, in one's own name",
        },
      ],
    },
  ],
  fields: [],
};

/**
 * The condition that the viewer's county has decided, last, that residents may be referred to an organization without a
 * consent.
 * @param organization The SQL of the organization's id, qualified.
 */
export const coordinationAllowed = (organization: string): string => `coalesce((
  SELECT w.allowed FROM welfare_coordination w
  WHERE w.agency_id = ${viewerSql.agency} AND w.organization_id = ${organization}
  ORDER BY w.recorded_at DESC, w.id DESC LIMIT 1), false)`;

/** Makes the view of a decision: the only constructor. No person's data is in it. */
export function viewWelfareCoordination(_context: RequestContext, row: WelfareCoordinationRow): WelfareCoordination {
  const { id, organizationId, allowed, citation, recordedBy, recordedAt } = row;
  return Object.freeze(
    Object.assign(new WelfareCoordination(), {
      ...{ id, allowed, citation, recordedAt },
      organization: { id: organizationId },
      recordedBy: { id: recordedBy },
    }),
  );
}
