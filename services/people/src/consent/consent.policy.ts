import { type RequestContext, Role, roleIs, type RowAccess } from "@corespond/kit";

import { basisOf, recordVisible } from "../record/record.policy";
import { isOneOf, welfareRoles } from "../record/viewerRoles";
import { deepFreeze } from "../rules/deepFreeze";
import type { ConsentRow } from "./consent.row";
import { Consent } from "./consent.type";

/** Row-level security of `consent`: welfare roles, where they see the record. Only the hub itself stores one yet. */
export const consentAccess: RowAccess = {
  table: "consent",
  select: `${roleIs(...welfareRoles, Role.SYSTEM)} AND ${recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" })}`,
  insert: roleIs(Role.SYSTEM),
};

/** Tells whether a role sees consents at all: that somebody consented says already that they are treated. */
export function seesConsents(role: Role): boolean {
  return isOneOf(role, welfareRoles);
}

/** Makes the view of a consent: the only constructor. */
export function viewConsent({ viewer, audit }: RequestContext, row: ConsentRow): Consent {
  const { sourceAgencyId, granteeAgencyIds, granteeOrganizationIds, ...shown } = row;
  audit.saw({
    type: "Consent",
    id: row.id,
    recordIds: [row.recordId],
    basis: basisOf(viewer, sourceAgencyId),
    withheld: [],
  });
  const stubs = (ids: readonly string[]): readonly { readonly id: string }[] => ids.map((id) => ({ id }));
  return deepFreeze(
    Object.assign(new Consent(), {
      ...shown,
      granteeAgencies: stubs(granteeAgencyIds),
      granteeOrganizations: stubs(granteeOrganizationIds),
    }),
  );
}
