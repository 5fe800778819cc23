import { type AnyPolicy, type RequestContext, Role, type RowRule, viewerSql } from "@corespond/kit";

import { recordVisible } from "../record/record.policy";
import { deepFreeze } from "../rules/deepFreeze";
import { AccountingRequest } from "./accounting.type";
import type { AccountingRequestRow } from "./accountingRequest.row";
import type { AccountingSuspensionRow } from "./accountingSuspension.row";
import { AccountingSuspension } from "./accountingSuspension.type";

const ofVisibleRecord: RowRule & { readonly where: string } = {
  id: "ofVisibleRecord",
  roles: [Role.PRIVACY_OFFICER],
  where: recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" }),
  relation: "of a record that one sees",
  basis: "STATUTE",
  source: "45 CFR 164.528; 42 CFR 2.24",
};

const own: RowRule = { ...ofVisibleRecord, where: `recorded_by = ${viewerSql.id} AND ${ofVisibleRecord.where}` };

const ofOwnCounty: RowRule = {
  id: "ownCounty",
  roles: [Role.PRIVACY_OFFICER],
  relation: "of the own county",
  basis: "STATUTE",
  source: "42 CFR 2.25",
};

/** Privacy officers keep the accounting of the persons whose records they see: when it is due, and what suspends it. */
export const accountingPolicy: AnyPolicy = {
  type: "AccountingRequest",
  tables: [
    ...["accounting_request", "accounting_suspension"].map((table) => ({
      table,
      select: [ofVisibleRecord],
      insert: [own],
    })),
    {
      table: "accounting_start",
      select: [{ ...ofOwnCounty, within: { column: "county_agency_id", ids: `ARRAY[${viewerSql.agency}]` } }],
      insert: [{ ...ofOwnCounty, where: `recorded_by = ${viewerSql.id} AND county_agency_id = ${viewerSql.agency}` }],
    },
  ],
  fields: [],
};

/** Makes the view of a request: the only constructor. */
export function viewAccountingRequest({ audit }: RequestContext, row: AccountingRequestRow): AccountingRequest {
  const { id, kind, requestedOn, dueOn, recordId, recordedBy } = row;
  audit.saw({ type: "AccountingRequest", id, recordIds: [recordId] });
  return deepFreeze(
    Object.assign(new AccountingRequest(), { id, kind, requestedOn, dueOn, recordedBy: { id: recordedBy } }),
  );
}

/** Makes the view of a suspension: the only constructor. */
export function viewAccountingSuspension(
  { audit }: RequestContext,
  row: AccountingSuspensionRow,
): AccountingSuspension {
  const { id, statement, official, endsAt, recordId, recordedBy, recipientAgencyId } = row;
  audit.saw({ type: "AccountingSuspension", id, recordIds: [recordId] });
  return deepFreeze(
    Object.assign(new AccountingSuspension(), {
      ...{ id, statement, official, endsAt },
      recordedBy: { id: recordedBy },
      recipientAgency: { id: recipientAgencyId },
    }),
  );
}
