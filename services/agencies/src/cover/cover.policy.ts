import {
  byTheHub,
  type Policy,
  redactionsOf,
  type RequestContext,
  Role,
  type RowRule,
  shownFields,
  type Viewer,
  viewerSql,
} from "@corespond/kit";

import { agencyRoles } from "../staff/staff.policy";
import type { CoverRow } from "./cover.row";
import { CaseloadCover } from "./cover.type";

/** Who may lend a caseload and end it: a social worker the own, a supervisor those of the county. */
export const coveringRoles: readonly Role[] = [Role.SOCIAL_WORKER, Role.SUPERVISOR];

const ofStaff = { basis: "PUBLIC", source: "Minn. Stat. 13.43, subd. 2" } as const;
const ofWelfare = { basis: "WELFARE_COORDINATION", source: "Minn. Stat. 13.46" } as const;

const facts = ["id", "lender", "covering", "from", "to", "endedAt", "active", "redactions"] as const;

const ofOwnCounty: RowRule = {
  ...ofWelfare,
  id: "ownCounty",
  roles: [Role.SUPERVISOR],
  where: `county_agency_id = ${viewerSql.agency}`,
  relation: "of the own county's social workers",
};

const isConcerned = ({ id }: Viewer, { lenderId, coveringId }: CoverRow): boolean =>
  id === lenderId || id === coveringId;

/** Who covers whom is known to all who may have to ring somebody; why is the county's own matter. */
export const coverPolicy: Policy<(typeof facts)[number] | "reason", CoverRow> = {
  type: "CaseloadCover",
  tables: [
    {
      table: "caseload_cover",
      select: [{ ...ofStaff, id: "colleagues", roles: agencyRoles, relation: "every agency's staff" }, byTheHub],
      insert: [
        {
          ...ofWelfare,
          id: "ownCaseload",
          roles: [Role.SOCIAL_WORKER],
          where: `lender_id = ${viewerSql.id} AND made_by = ${viewerSql.id} AND county_agency_id = ${viewerSql.agency}`,
          relation: "of the own caseload",
        },
        { ...ofOwnCounty, where: `made_by = ${viewerSql.id} AND county_agency_id = ${viewerSql.agency}` },
      ],
      update: [
        {
          ...ofWelfare,
          id: "concerned",
          roles: [Role.SOCIAL_WORKER],
          where: `${viewerSql.id} IN (lender_id, covering_id)`,
          relation: "whoever lent the caseload or took it on",
        },
        ofOwnCounty,
      ],
    },
  ],
  fields: [
    { ...ofStaff, id: "facts", fields: facts, roles: agencyRoles, relation: "every agency's staff" },
    {
      ...ofWelfare,
      id: "reasonOfOwn",
      fields: ["reason"],
      roles: [Role.SOCIAL_WORKER],
      when: isConcerned,
      relation: "whoever lent the caseload or took it on",
    },
    {
      ...ofWelfare,
      id: "reasonInCounty",
      fields: ["reason"],
      roles: [Role.SUPERVISOR, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER],
      when: ({ agencyId }, { countyAgencyId }) => agencyId === countyAgencyId,
      relation: "those of the county who answer for its social workers",
    },
  ],
};

/** A cover's row, and whether it holds today. */
export type CoverToday = CoverRow & { readonly active: boolean };

/** Makes a cover's view. */
export function viewCover({ viewer }: RequestContext, row: CoverToday): CaseloadCover {
  const fields = shownFields(coverPolicy, viewer, row);
  const { id, lenderId, coveringId, from, to, endedAt, active } = row;
  const seen = { id, lenderId, coveringId, from, to, endedAt, active, reason: fields.shown("reason", row.reason) };
  return Object.freeze(Object.assign(new CaseloadCover(), seen, { redactions: redactionsOf(fields.withheld) }));
}
