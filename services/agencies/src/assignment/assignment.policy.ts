import { bySystem, type RequestContext, Role, roleIs, type RowAccess } from "@corespond/kit";

import { configuredBySystem } from "../county/configuredBySystem";
import { agencyRoles } from "../staff/staff.policy";
import type { AssignmentRow } from "./assignment.row";
import { Assignment } from "./assignment.type";

/** Who may assign social workers, to agencies of the own county's programs. */
export const assigningRoles = [Role.ADMINISTRATOR, Role.SUPERVISOR] as const;

const ofOwnCounty = `agency_id IN (
  SELECT m.agency_id FROM program_membership m JOIN program p ON p.id = m.program_id
  WHERE p.county_agency_id = (select corespond.viewer_agency()))`;

/** Everybody who is signed in sees who serves which agency. */
export const assignmentAccess: RowAccess = {
  table: "assignment",
  select: `${roleIs(...agencyRoles, Role.PROVIDER, Role.PARTNER_CLIENT, Role.SYSTEM)}`,
  ...configuredBySystem,
  insert: `${bySystem} OR (${roleIs(...assigningRoles)} AND ${ofOwnCounty})`,
};

/** Makes an assignment's view. */
export function viewAssignment(_context: RequestContext, row: AssignmentRow): Assignment {
  const { id, fte, from, to, socialWorkerId, agencyId } = row;
  return Object.freeze(Object.assign(new Assignment(), { id, fte, from, to, socialWorkerId, agencyId }));
}
