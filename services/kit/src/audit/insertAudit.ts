import type { WriteTransaction } from "../database/writeTransaction";
import type { AuditFacts } from "./auditFacts";
import { auditStatement } from "./auditStatement";

/** Adds an audit row inside the transaction whose change it records. */
export async function insertAudit(transaction: WriteTransaction, facts: AuditFacts): Promise<void> {
  const { database, viewer, operation } = transaction.context;
  await transaction.query(auditStatement(database.slice, { viewer, operation }, facts));
}
