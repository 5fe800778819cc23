import { type AnyPolicy, type RequestContext, Role, viewerSql } from "@corespond/kit";

import { agencyRoles } from "../staff/staff.policy";
import type { CrisisDataPolicyRow } from "./crisisDataPolicy.row";
import { CrisisDataPolicy } from "./crisisDataPolicy.type";

const source = "Minn. Stat. 626.8477";

/** Who may record a policy: of the own agency, or of a member of the own county's programs. */
export const recordingPolicyRoles = [Role.ADMINISTRATOR] as const;

/** Agencies' staff may know which agency has a policy; administrators record them. */
export const crisisDataPolicyPolicy: AnyPolicy = {
  type: "CrisisDataPolicy",
  tables: [
    {
      table: "crisis_data_policy",
      select: [{ id: "staff", roles: agencyRoles, relation: "any", basis: "PUBLIC", source }],
      insert: [
        {
          id: "administrator",
          roles: recordingPolicyRoles,
          relation: "of the own agency or a member of the own county's programs",
          basis: "STATUTE",
          source,
          where: `recorded_by = ${viewerSql.id} AND (agency_id = ${viewerSql.agency} OR agency_id IN (
            SELECT m.agency_id FROM program_membership m JOIN program p ON p.id = m.program_id
            WHERE p.county_agency_id = ${viewerSql.agency}))`,
        },
      ],
    },
  ],
  fields: [],
};

/** Makes a policy's view. */
export function viewCrisisDataPolicy(_context: RequestContext, row: CrisisDataPolicyRow): CrisisDataPolicy {
  const { id, adoptedOn, title } = row;
  return Object.freeze(Object.assign(new CrisisDataPolicy(), { id, adoptedOn, title }));
}
