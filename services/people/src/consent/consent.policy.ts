import { type AnyPolicy, byTheHub, type RequestContext, Role, viewerSql } from "@corespond/kit";

import { ofOwnRecord } from "../record/ownRecord";
import { basisOf, recordVisible } from "../record/record.policy";
import { isOneOf, welfareRoles } from "../record/viewerRoles";
import { deepFreeze } from "../rules/deepFreeze";
import type { ConsentRow } from "./consent.row";
import { Consent } from "./consent.type";
import { noteConsent } from "./consentNotice";
import { granteeRules } from "./grantee.policy";

const ofVisibleRecord = recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" });

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
          where: ofVisibleRecord,
          relation: "of a record that one sees",
          basis: "WELFARE_COORDINATION",
          source: "42 CFR 2.13; Minn. Stat. 13.46",
        },
        { ...ofOwnRecord, id: "own", within: { column: "record_id", ids: viewerSql.records } },
        byTheHub,
      ],
      insert: [
        {
          id: "recorded",
          roles: welfareRoles,
          where: `recorded_by = ${viewerSql.id} AND revoked_at IS NULL AND ${ofVisibleRecord}`,
          relation: "of a record that one sees, in one's own name",
          basis: "WELFARE_COORDINATION",
          source: "42 CFR 2.31; Minn. Stat. 13.05 subd. 4 and 144.293",
        },
        byTheHub,
      ],
      functions: [{ name: "consents_for", rules: granteeRules }],
    },
  ],
  fields: [],
};

/** Tells whether a role sees consents at all: that somebody consented says already that they are treated. */
export function seesConsents(role: Role): boolean {
  return role === Role.RESIDENT || isOneOf(role, welfareRoles);
}

/** Makes the view of a consent: the only constructor. */
export function viewConsent(context: RequestContext, row: ConsentRow): Consent {
  const { viewer, audit } = context;
  const { sourceAgencyId, granteeAgencyIds, granteeOrganizationIds, ...shown } = row;
  const { disclosingAgencyIds, disclosingOrganizationIds, intermediaryOrganizationId, recordedBy } = row;
  audit.saw({
    type: "Consent",
    id: row.id,
    recordIds: [row.recordId],
    basis: basisOf(viewer, sourceAgencyId),
    withheld: [],
  });
  noteConsent(context, row);
  const stub = (id: string | null): { readonly id: string } | null => (id === null ? null : { id });
  const stubs = (ids: readonly string[]): readonly { readonly id: string }[] => ids.map((id) => ({ id }));
  return deepFreeze(
    Object.assign(new Consent(), {
      ...shown,
      granteeAgencies: stubs(granteeAgencyIds),
      granteeOrganizations: stubs(granteeOrganizationIds),
      disclosingAgencies: stubs(disclosingAgencyIds),
      disclosingOrganizations: stubs(disclosingOrganizationIds),
      intermediary: stub(intermediaryOrganizationId),
      recordedBy: stub(recordedBy),
    }),
  );
}
