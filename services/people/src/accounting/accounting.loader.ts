import { idLoader, readBatch, rowColumns, type RequestContext } from "@corespond/kit";

import { viewAccountingRequest, viewAccountingSuspension } from "./accounting.policy";
import type { AccountingRequest } from "./accounting.type";
import { AccountingRequestRow } from "./accountingRequest.row";
import { AccountingSuspensionRow } from "./accountingSuspension.row";
import type { AccountingSuspension } from "./accountingSuspension.type";

/** Loads requests for accountings by id. */
export const accountingRequestById = idLoader<AccountingRequestRow, AccountingRequest>(
  "people.accountingRequest.byId",
  {
    columns: (dataSource) => rowColumns(dataSource, AccountingRequestRow, "a"),
    from: "accounting_request a",
    idSql: "a.id",
    view: viewAccountingRequest,
  },
);

/** Loads suspensions by id. */
export const accountingSuspensionById = idLoader<AccountingSuspensionRow, AccountingSuspension>(
  "people.accountingSuspension.byId",
  {
    columns: (dataSource) => rowColumns(dataSource, AccountingSuspensionRow, "s"),
    from: "accounting_suspension s",
    idSql: "s.id",
    view: viewAccountingSuspension,
  },
);

/** How many requests of one person are listed, the newest first. */
const mostRequests = 100;

/** The requests on some records, the newest first. */
export async function requestsOfRecords(
  context: RequestContext,
  recordIds: readonly string[],
): Promise<readonly AccountingRequest[]> {
  const rows = await readBatch<AccountingRequestRow & Record<string, unknown>>(context, {
    name: "people.accountingRequest.ofRecords",
    text: `SELECT ${rowColumns(context.database.dataSource, AccountingRequestRow, "a")} FROM accounting_request a
           WHERE a.record_id = ANY ($1) ORDER BY a.requested_on DESC, a.id DESC LIMIT ${String(mostRequests)}`,
    values: [recordIds],
  });
  return rows.map((row) => viewAccountingRequest(context, row));
}

/** The records with the agencies whose they are, and the agencies to which disclosures are left out now. */
export async function accountedRecords(
  context: RequestContext,
  recordIds: readonly string[],
): Promise<{
  readonly records: readonly { readonly recordId: string; readonly sourceAgencyId: string }[];
  readonly suspended: ReadonlySet<string>;
}> {
  const rows = await readBatch<{ recordId: string; sourceAgencyId: string; suspended: readonly string[] }>(context, {
    name: "people.record.accounted",
    text: `SELECT r.id AS "recordId", r.source_agency_id AS "sourceAgencyId",
             ARRAY(SELECT s.recipient_agency_id FROM accounting_suspension s
                   WHERE s.record_id = r.id AND clock_timestamp() < s.ends_at) AS suspended
           FROM person_record r WHERE r.id = ANY ($1)`,
    values: [recordIds],
  });
  return {
    records: rows.map(({ recordId, sourceAgencyId }) => ({ recordId, sourceAgencyId })),
    suspended: new Set(rows.flatMap(({ suspended }) => suspended)),
  };
}
