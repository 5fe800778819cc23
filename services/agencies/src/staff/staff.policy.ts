import { bySystem, type RequestContext, Role, roleIs, type RowAccess } from "@corespond/kit";

import { configuredBySystem } from "../county/configuredBySystem";
import type { StaffRole } from "./staff.role";
import type { StaffRow } from "./staff.row";
import { StaffMember } from "./staff.type";

/** Roles of an agency's staff, as opposed to a provider organization's and a partner's machine. */
export const agencyRoles = [
  Role.OFFICER,
  Role.DISPATCHER,
  Role.SOCIAL_WORKER,
  Role.SUPERVISOR,
  Role.PRIVACY_OFFICER,
  Role.ANALYST,
  Role.ADMINISTRATOR,
] as const;

/** Agencies' staff see all staff; organizations' staff and machines see social workers and themselves. */
export const staffAccess: RowAccess = {
  table: "staff_member",
  select: `${roleIs(...agencyRoles, Role.SYSTEM)}
    OR (${roleIs(Role.PROVIDER, Role.PARTNER_CLIENT)}
      AND (role = '${Role.SOCIAL_WORKER}' OR id = (select corespond.viewer_id())))`,
  ...configuredBySystem,
};

/** Who may sign in as whom is for the gateway's look-up alone, and never in the graph. */
export const loginAccess: readonly RowAccess[] = ["issuer", "staff_login"].map((table) => ({
  table,
  select: bySystem,
  ...configuredBySystem,
}));

/** A staff member's row, and whether today is within the employment. */
export type StaffToday = StaffRow & { readonly active: boolean };

/** Makes a staff member's view. */
export function viewStaffMember(_context: RequestContext, row: StaffToday): StaffMember {
  return Object.freeze(
    Object.assign(new StaffMember(), {
      id: row.id,
      name: Object.freeze({ given: row.givenName, family: row.familyName }),
      role: row.role as StaffRole,
      activeFrom: row.activeFrom,
      activeTo: row.activeTo,
      active: row.active,
      agencyId: row.agencyId,
      organizationId: row.organizationId,
    }),
  );
}
