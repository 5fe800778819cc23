import { type AnyPolicy, byTheHub, type RequestContext, Role, viewerSql, writtenByTheHub } from "@corespond/kit";

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

const outsiders = [Role.PROVIDER, Role.PARTNER_CLIENT] as const;

const ofStaff = { basis: "PUBLIC", source: "Minn. Stat. 13.43, subd. 2" } as const;

/**
 * Agencies' staff see all staff; organizations' staff and machines see social workers and themselves; residents
 * see social workers, since one of them may work for them.
 */
export const staffPolicy: AnyPolicy = {
  type: "StaffMember",
  tables: [
    {
      table: "staff_member",
      select: [
        { ...ofStaff, id: "colleagues", roles: agencyRoles, relation: "every agency's staff" },
        {
          ...ofStaff,
          id: "socialWorkers",
          roles: [...outsiders, Role.RESIDENT],
          where: `role = '${Role.SOCIAL_WORKER}'`,
          relation: "social workers",
        },
        { ...ofStaff, id: "oneself", roles: outsiders, where: `id = ${viewerSql.id}`, relation: "oneself" },
        byTheHub,
      ],
      ...writtenByTheHub,
    },
  ],
  fields: [],
};

/** Who may sign in as whom is for the gateway's look-up alone, and never in the graph. */
export const loginPolicy: AnyPolicy = {
  type: "sign-in",
  tables: ["issuer", "staff_login"].map((table) => ({ table, select: [byTheHub], ...writtenByTheHub })),
  fields: [],
};

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
