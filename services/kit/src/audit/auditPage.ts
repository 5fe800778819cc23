import { z } from "zod";

import type { RequestContext } from "../context/requestContext";
import { countPages, readPages, type PagedList } from "../database/readPages";
import type { PageRequest } from "../graph/connectionArgs";
import { auditedRecords } from "./audit.policy";

/** One row of the audit as its readers get it: never the ids of what else the request showed. */
export const auditedAccess = z.object({
  id: z.string(),
  recordedAt: z.string(),
  requestId: z.string(),
  viewerId: z.string().nullable(),
  viewerRole: z.string(),
  agencyId: z.string().nullable(),
  organizationId: z.string().nullable(),
  client: z.string(),
  purpose: z.string(),
  operation: z.string(),
  action: z.string(),
  outcome: z.enum(["SUCCESS", "DENIED", "FAILED"]),
  codes: z.array(z.string()),
  fields: z.array(z.string()),
  withheld: z.array(z.string()),
  basis: z.array(z.string()),
});

/** One access to persons' data. `recordedAt` is RFC 3339 in UTC with microseconds. */
export type AuditedAccess = z.infer<typeof auditedAccess>;

/** Which accesses: those to some records, from an instant until before another, both RFC 3339. */
export interface AuditedPeriod {
  readonly recordIds: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** A page of accesses, the newest first, each with its cursor, which holds in every slice. */
export interface AccessPage {
  readonly rows: readonly { readonly row: AuditedAccess; readonly cursor: string }[];
  readonly more: boolean;
}

/** Lets the request read the accesses to records that its viewer was found to see, beside those that it may already. */
export function grantAudited({ grants }: RequestContext, recordIds: readonly string[]): void {
  grants.allow(auditedRecords, [...new Set([...(grants.allowed(auditedRecords) ?? []), ...recordIds])]);
}

const instantSql = `to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const listOf = ({ database }: RequestContext, { from, to }: AuditedPeriod): PagedList => ({
  name: `${database.slice}.audit.page`,
  columns: `e.id, ${instantSql} AS "recordedAt", e.request_id AS "requestId", e.viewer_id AS "viewerId",
    e.viewer_role AS "viewerRole", e.agency_id AS "agencyId", e.organization_id AS "organizationId", e.client, e.purpose,
    e.operation, e.action, e.outcome, e.codes, e.fields, e.withheld, e.basis`,
  from: "audit_entry e",
  where: "e.record_ids && parent.keys AND e.recorded_at >= $2::timestamptz AND e.recorded_at < $3::timestamptz",
  values: [from, to],
  sort: { sql: "e.recorded_at", type: "timestamptz", descending: true },
  idSql: "e.id",
});

/** A page of this slice's accesses; the viewer gets those to granted records only. Reading them is audited. */
export async function auditPage(
  context: RequestContext,
  period: AuditedPeriod,
  page: PageRequest,
): Promise<AccessPage> {
  const [found] = await readPages<AuditedAccess & Record<string, unknown>>(context, listOf(context, period), {
    parents: [period.recordIds],
    page,
  });
  const rows = (found?.rows ?? []).map(({ row, cursor }) => ({ row: auditedAccess.parse(row), cursor }));
  for (const { row } of rows) context.audit.saw({ type: "AuditEntry", id: row.id, recordIds: period.recordIds });
  return { rows, more: (page.forward ? found?.pageInfo.hasNextPage : found?.pageInfo.hasPreviousPage) ?? false };
}

/** How many accesses this slice has in the period. */
export async function auditCount(context: RequestContext, period: AuditedPeriod): Promise<number> {
  const [count] = await countPages(context, listOf(context, period), [period.recordIds]);
  return count ?? 0;
}
