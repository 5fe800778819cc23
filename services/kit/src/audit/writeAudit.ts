import type { RequestContext } from "../context/requestContext";
import { inOneTrip } from "../database/inOneTrip";
import type { AuditFacts } from "./auditFacts";
import { auditStatement } from "./auditStatement";

/** Commits audit rows of a request, in a transaction of their own. Rejects where they cannot be written. */
export async function writeAudit(context: RequestContext, rows: readonly AuditFacts[]): Promise<void> {
  if (rows.length === 0) return;
  const { database, viewer, operation } = context;
  await inOneTrip(
    context,
    "BEGIN",
    rows.map((facts) => auditStatement(database.slice, { viewer, operation }, facts)),
  );
}
