import { z } from "zod";

import type { RequestContext } from "../context/requestContext";
import { readBatch } from "../database/readBatch";

/** Disclosures of one slice to one recipient for one purpose, summarised as 45 CFR 164.528(b)(3) allows. */
export const disclosure = z.object({
  agencyId: z.string().nullable(),
  organizationId: z.string().nullable(),
  role: z.string(),
  purpose: z.string(),
  firstAt: z.string(),
  lastAt: z.string(),
  count: z.int(),
  fields: z.array(z.string()),
  basis: z.array(z.string()),
});

/** Recurrent disclosures to one recipient: when first and last, how often, and what. */
export type Disclosure = z.infer<typeof disclosure>;

/** Records with the agencies whose they are, and the period: from an instant until before another, RFC 3339. */
export interface DisclosedPeriod {
  readonly records: readonly { readonly recordId: string; readonly sourceAgencyId: string }[];
  readonly from: string;
  readonly to: string;
}

/** How many recipients, roles and purposes one slice tells apart at most, the latest first. */
const mostDisclosures = 500;

/**
 * What somebody of another agency or organization than a record's own was shown of it. What was refused disclosed nothing,
 * and the hub itself is nobody's recipient.
 */
export async function disclosuresOf(
  context: RequestContext,
  { records, from, to }: DisclosedPeriod,
): Promise<readonly Disclosure[]> {
  if (records.length === 0) return [];
  const found = await readBatch<Disclosure & Record<string, unknown>>(context, {
    name: `${context.database.slice}.audit.disclosures`,
    text: disclosuresSql,
    values: [records.map(({ recordId }) => recordId), records.map(({ sourceAgencyId }) => sourceAgencyId), from, to],
  });
  for (const recordId of found.length > 0 ? records.map((record) => record.recordId) : [])
    context.audit.saw({ type: "Disclosure", id: recordId, recordIds: [recordId] });
  return found.map((row) => disclosure.parse(row));
}

const utc = (instant: string): string => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const disclosuresSql = `
  SELECT e.agency_id AS "agencyId", e.organization_id AS "organizationId", e.viewer_role AS role, e.purpose,
    ${utc("min(e.recorded_at)")} AS "firstAt", ${utc("max(e.recorded_at)")} AS "lastAt",
    count(DISTINCT e.id)::int AS count,
    coalesce(array_agg(DISTINCT f.field) FILTER (WHERE f.field IS NOT NULL), '{}') AS fields,
    coalesce(array_agg(DISTINCT b.basis) FILTER (WHERE b.basis IS NOT NULL), '{}') AS basis
  FROM audit_entry e
  JOIN unnest($1::uuid[], $2::uuid[]) r (record_id, source_agency_id) ON r.record_id = ANY (e.record_ids)
  LEFT JOIN LATERAL unnest(e.fields) f (field) ON true
  LEFT JOIN LATERAL unnest(e.basis) b (basis) ON true
  WHERE e.record_ids && $1::uuid[] AND e.outcome = 'SUCCESS' AND e.recorded_at >= $3::timestamptz AND e.recorded_at < $4::timestamptz
    AND (e.agency_id IS NOT NULL OR e.organization_id IS NOT NULL) AND e.agency_id IS DISTINCT FROM r.source_agency_id
  GROUP BY e.agency_id, e.organization_id, e.viewer_role, e.purpose
  ORDER BY max(e.recorded_at) DESC LIMIT ${String(mostDisclosures)}`;
