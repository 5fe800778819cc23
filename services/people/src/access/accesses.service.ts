import {
  accessCountQuestion,
  accessesQuestion,
  auditCount,
  auditPage,
  grantAudited,
  type AuditedAccess,
  type AuditedPeriod,
  type Connection,
  type PageRequest,
  type RequestContext,
} from "@corespond/kit";

import { deepFreeze } from "../rules/deepFreeze";
import { AuditEntry, type AuditOutcome } from "./auditEntry.type";

/** The other slices whose answers show persons' data. */
export const otherSlices = ["agencies", "referrals"] as const;

/**
 * A page of the accesses in all slices, the newest first. A slice that does not answer fails the page: a list of accesses
 * with a gap would say that nobody looked.
 */
export async function accessesOf(
  context: RequestContext,
  period: AuditedPeriod,
  page: PageRequest,
): Promise<Connection<AuditEntry>> {
  grantAudited(context, period.recordIds);
  const own = await auditPage(context, period, page);
  const others = await Promise.all(
    otherSlices.map((slice) => context.ports.ask(accessesQuestion(slice), { ...period, page })),
  );
  const found = [
    ...own.rows.map((row) => ({ ...row, slice: "people" })),
    ...others.flatMap(({ rows }, index) => rows.map((row) => ({ ...row, slice: otherSlices[index] ?? "" }))),
  ].toSorted((a, b) => newestFirst(a.row, b.row));
  const kept = page.forward ? found.slice(0, page.size) : found.slice(-page.size);
  const more = found.length > page.size || own.more || others.some((other) => other.more);
  return {
    edges: kept.map(({ row, cursor, slice }) => ({ node: viewEntry(row, slice), cursor })),
    pageInfo: {
      hasNextPage: page.forward ? more : page.before !== null,
      hasPreviousPage: page.forward ? page.after !== null : more,
      startCursor: kept[0]?.cursor ?? null,
      endCursor: kept.at(-1)?.cursor ?? null,
    },
    countAll: () => countAccesses(context, period),
  };
}

async function countAccesses(context: RequestContext, period: AuditedPeriod): Promise<number> {
  const counts = await Promise.all([
    auditCount(context, period),
    ...otherSlices.map((slice) => context.ports.ask(accessCountQuestion(slice), period)),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The order of the slices' pages: by instant (texts of equal form), then by id. */
function newestFirst(a: AuditedAccess, b: AuditedAccess): number {
  return a.recordedAt === b.recordedAt ? (a.id < b.id ? 1 : -1) : a.recordedAt < b.recordedAt ? 1 : -1;
}

function viewEntry(row: AuditedAccess, slice: string): AuditEntry {
  const { viewerId, agencyId, organizationId, recordedAt, outcome, ...shown } = row;
  return deepFreeze(
    Object.assign(new AuditEntry(), {
      ...shown,
      slice,
      outcome: outcome as AuditOutcome,
      recordedAt: new Date(recordedAt),
      viewer: viewerId === null ? null : { id: viewerId },
      agency: agencyId === null ? null : { id: agencyId },
      organization: organizationId === null ? null : { id: organizationId },
    }),
  );
}
