import { type AnyPolicy, type RequestContext, type RowRule, viewerSql } from "@corespond/kit";

import { legalRoles } from "../legalHold/legalHold.policy";
import { recordVisible } from "../record/record.policy";
import { deepFreeze } from "../rules/deepFreeze";
import type { DataRequestRow } from "./dataRequest.row";
import { DataRequest } from "./dataRequest.type";

const privacy = {
  id: "privacy",
  roles: legalRoles,
  relation: "of a record that one sees",
  basis: "OWN_RECORD",
  source: "Minn. Stat. 13.04, subd. 3 and 4",
} as const satisfies Partial<RowRule>;

const visible = recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" });

const ofVisible = "EXISTS (SELECT FROM data_request d WHERE d.id = request_id)";

/** Requests and their answers: privacy officers keep them, and nobody changes one. */
export const dataRequestPolicy: AnyPolicy = {
  type: "DataRequest",
  tables: [
    {
      table: "data_request",
      select: [{ ...privacy, where: visible }],
      insert: [{ ...privacy, where: `recorded_by = ${viewerSql.id} AND ${visible}` }],
    },
    {
      table: "data_request_answer",
      select: [{ ...privacy, where: ofVisible }],
      insert: [{ ...privacy, where: `answered_by = ${viewerSql.id} AND ${ofVisible}` }],
    },
  ],
  fields: [],
};

/** A request with its answer, as the loader reads it. */
export interface AnsweredRequest extends DataRequestRow {
  readonly overdue: boolean;
  readonly outcome: DataRequest["outcome"];
  readonly explanation: string | null;
  readonly answeredAt: Date | null;
}

/** Makes the view of a request: the only constructor. */
export function viewDataRequest({ audit }: RequestContext, row: AnsweredRequest): DataRequest {
  audit.saw({ type: "DataRequest", id: row.id, recordIds: [row.recordId], basis: "OWN_RECORD" });
  return deepFreeze(Object.assign(new DataRequest(), row));
}
