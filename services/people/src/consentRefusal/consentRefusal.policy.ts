import { type AnyPolicy, type RequestContext, viewerSql } from "@corespond/kit";

import { basisOf, recordVisible } from "../record/record.policy";
import { welfareRoles } from "../record/viewerRoles";
import { deepFreeze } from "../rules/deepFreeze";
import type { ConsentRefusalRow } from "./consentRefusal.row";
import { ConsentRefusal } from "./consentRefusal.type";

const ground = { basis: "WELFARE_COORDINATION", source: "Minn. Stat. 13.46 subd. 7" } as const;
const ofVisibleRecord = recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" });

/** Refusals are for the welfare side, where it sees the record, like the consents that they are not. */
export const consentRefusalPolicy: AnyPolicy = {
  type: "ConsentRefusal",
  tables: [
    {
      table: "consent_refusal",
      select: [
        {
          ...ground,
          id: "ofVisibleRecord",
          roles: welfareRoles,
          where: ofVisibleRecord,
          relation: "of a record that one sees",
        },
      ],
      insert: [
        {
          ...ground,
          id: "recorded",
          roles: welfareRoles,
          where: `recorded_by = ${viewerSql.id} AND ${ofVisibleRecord}`,
          relation: "of a record that one sees, in one's own name",
        },
      ],
    },
  ],
  fields: [],
};

/** Makes the view of a refusal: the only constructor. */
export function viewConsentRefusal({ viewer, audit }: RequestContext, row: ConsentRefusalRow): ConsentRefusal {
  const { id, recordId, sourceAgencyId, categories, declinedOn, recordedBy } = row;
  audit.saw({ type: "ConsentRefusal", id, recordIds: [recordId], basis: basisOf(viewer, sourceAgencyId) });
  return deepFreeze(
    Object.assign(new ConsentRefusal(), { id, categories, declinedOn, recordedBy: { id: recordedBy } }),
  );
}
