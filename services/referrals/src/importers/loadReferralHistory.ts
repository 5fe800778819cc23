import { inTransaction, invariant, Role, type RequestContext, type WriteTransaction } from "@corespond/kit";
import type { EntityTarget } from "typeorm";

import { ContactRow } from "../contact/contact.row";
import { ReferralRow } from "../referral/referral.row";
import { ReferralEventRow } from "../referralEvent/referralEvent.row";
import { referralHistorySchema, type PastReferral } from "./referralHistory";
import { rowsOfHistory } from "./rowsOfHistory";

/**
 * Loads referrals that were made and worked before this hub ran, in one transaction and set by set, as the hub itself.
 * What is there already by its id stays as it is, so loading the same again changes nothing. Other slices are told
 * nothing: nobody acts on what is long past.
 */
export async function loadReferralHistory(context: RequestContext, data: readonly PastReferral[]): Promise<void> {
  invariant(context.viewer.role === Role.SYSTEM, "Only the hub itself loads referrals of the past");
  const history = referralHistorySchema.parse(data).map(rowsOfHistory);
  await inTransaction(context, async (transaction) => {
    await insertMissing(
      transaction,
      ReferralRow,
      history.map(({ referral }) => referral),
    );
    await insertMissing(
      transaction,
      ContactRow,
      history.flatMap(({ contacts }) => contacts),
    );
    await insertMissing(
      transaction,
      ReferralEventRow,
      history.flatMap(({ events }) => events),
    );
    await transaction.audit({
      action: "loadReferralHistory",
      subjects: { Referral: history.map(({ referral }) => referral.id) },
      recordIds: [...new Set(history.map(({ referral }) => referral.recordId))],
    });
  });
}

async function insertMissing<R extends object>(
  transaction: WriteTransaction,
  target: EntityTarget<R>,
  rows: readonly R[],
): Promise<void> {
  const { tableName, columns } = transaction.context.database.dataSource.getMetadata(target);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(", ");
  const values = rows.map((row) =>
    Object.fromEntries(columns.map(({ databaseName, propertyName }) => [databaseName, row[propertyName as keyof R]])),
  );
  await transaction.query({
    name: `referrals.${tableName}.loadHistory`,
    text: `INSERT INTO "${tableName}" (${names})
           SELECT ${names} FROM jsonb_populate_recordset(NULL::"${tableName}", $1::jsonb) ON CONFLICT DO NOTHING`,
    values: [JSON.stringify(values)],
  });
}
