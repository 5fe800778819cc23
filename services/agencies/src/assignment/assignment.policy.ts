import { type AnyPolicy, byTheHub, type RequestContext, Role, viewerSql, writtenByTheHub } from "@corespond/kit";

import { agencyRoles } from "../staff/staff.policy";
import type { AssignmentRow } from "./assignment.row";
import { Assignment } from "./assignment.type";

/** Who may assign social workers, to agencies of the own county's programs. */
export const assigningRoles = [Role.ADMINISTRATOR, Role.SUPERVISOR] as const;

const ofOwnCounty = `agency_id IN (
  SELECT m.agency_id FROM program_membership m JOIN program p ON p.id = m.program_id
  WHERE p.county_agency_id = ${viewerSql.agency})`;

/** Everybody who is signed in sees who serves which agency. */
export const assignmentPolicy: AnyPolicy = {
  type: "Assignment",
  tables: [
    {
      table: "assignment",
      select: [
        {
          id: "signedIn",
          roles: [...agencyRoles, Role.PROVIDER, Role.PARTNER_CLIENT],
          relation: "everybody who is signed in",
          basis: "PUBLIC",
          source: "Minn. Stat. 13.43, subd. 2",
        },
        byTheHub,
      ],
      ...writtenByTheHub,
      insert: [
        byTheHub,
        {
          id: "ownCounty",
          roles: assigningRoles,
          where: ofOwnCounty,
          relation: "to a member of a program of the own county",
          basis: "STATUTE",
          source: "joint powers agreement",
        },
      ],
    },
  ],
  fields: [],
};

/** Makes an assignment's view. */
export function viewAssignment(_context: RequestContext, row: AssignmentRow): Assignment {
  const { id, fte, from, to, socialWorkerId, agencyId } = row;
  return Object.freeze(Object.assign(new Assignment(), { id, fte, from, to, socialWorkerId, agencyId }));
}
