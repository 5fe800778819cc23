import { type AnyPolicy, byTheHub, type RequestContext, Role, viewerSql } from "@corespond/kit";

import { ofOwnRecord } from "../record/ownRecord";
import { basisOf, recordVisible } from "../record/record.policy";
import { isOneOf, welfareRoles } from "../record/viewerRoles";
import { deepFreeze } from "../rules/deepFreeze";
import type { ConsentRow } from "./consent.row";
import { Consent } from "./consent.type";

/**
 * Consents are for the welfare side, where it sees the record, and for who gave them: that somebody consented says that
 * they are treated.
 */
export const consentPolicy: AnyPolicy = {
  type: "Consent",
  tables: [
    {
      table: "consent",
      select: [
        {
          id: "ofVisibleRecord",
          roles: welfareRoles,
          where: recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" }),
          relation: "of a record that one sees",
          basis: "WELFARE_COORDINATION",
          source: "42 CFR 2.13; Minn. Stat. 13.46",
        },
        { ...ofOwnRecord, id: "own", within: { column: "record_id", ids: viewerSql.records } },
        byTheHub,
      ],
      insert: [byTheHub],
    },
  ],
  fields: [],
};

/** Tells whether a role sees consents at all: that somebody consented says already that they are treated. */
export function seesConsents(role: Role): boolean {
  return role === Role.RESIDENT || isOneOf(role, welfareRoles);
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
