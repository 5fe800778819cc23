import { fail, failNotFound, UserErrorCode, uuidKeys, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import type { Holdings } from "../ports/holdings.port";

/** Whose records are removed, and on what authority. */
export interface Expunging {
  readonly personId: string;
  readonly authority: string;
}

/** What became of it. */
export interface Expunged {
  readonly id: string;
  readonly records: number;
}

const field = ["input", "personId"];

/**
 * Removes a person's records of the own county and the agencies that it serves, everywhere: here at once, in the other
 * slices when they are told. Refused while a legal hold stands, and while the county's retention rule keeps them.
 */
export async function expungePerson(
  transaction: WriteTransaction,
  { personId, authority }: Expunging,
  elsewhere: () => Holdings,
): Promise<Expunged> {
  const recordIds = await ownRecords(transaction, personId);
  if (recordIds.length === 0) failNotFound("person", field);
  const [stand] = await transaction.query<{ held: boolean; keptUntil: Date | null }>({
    name: "people.expungement.stand",
    text: standSql,
    values: [recordIds, transaction.context.viewer.agencyId, elsewhere().lastActivityAt],
  });
  if (stand?.held) fail(UserErrorCode.NOT_ALLOWED, "A legal hold stands: nothing of the person is removed.", field);
  if (stand?.keptUntil) {
    const day = stand.keptUntil.toISOString().slice(0, 10);
    fail(UserErrorCode.NOT_ALLOWED, `The county's retention rule keeps the records until ${day}.`, field);
  }
  return await expungeRecords(transaction, { personId, recordIds, authority });
}

/** Removes records that nothing keeps, and tells the other slices. */
export async function expungeRecords(
  transaction: WriteTransaction,
  { personId, recordIds, authority }: Expunging & { readonly recordIds: readonly string[] },
): Promise<Expunged> {
  const id = uuidv7();
  const [answer] = await transaction.query<{ removed: readonly string[] }>({
    name: "people.expungement.remove",
    text: "SELECT expunge_records($1, $2, $3) AS removed",
    values: [id, recordIds, authority],
  });
  const removed = answer?.removed ?? [];
  if (removed.length === 0) return { id, records: 0 };
  await transaction.audit({
    action: "expungePerson",
    subjects: { Expungement: [id] },
    recordIds: removed,
    basis: ["STATUTE"],
  });
  await transaction.emit({ type: "person.expunged", entityId: personId, payload: { recordIds: removed } });
  return { id, records: removed.length };
}

/** The person's records that are the county's to remove; those of agencies of others are not. */
async function ownRecords(transaction: WriteTransaction, personId: string): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>({
    name: "people.expungement.records",
    text: `SELECT r.id FROM golden_ids($1) asked JOIN person_record r ON r.person_id = asked.person_id
           WHERE r.source_agency_id = $2 OR r.source_agency_id = ANY ($3::uuid[])`,
    values: [uuidKeys([personId]), transaction.context.viewer.agencyId, transaction.context.viewer.serves],
  });
  return rows.map(({ id }) => id);
}

/** `$1` the records, `$2` the county, `$3` the last activity in other slices. `keptUntil` is null where nothing keeps them. */
const standSql = `
  WITH active AS (
    SELECT greatest(max(last_activity(r.id)), $3::timestamptz) AS at FROM unnest($1::uuid[]) r (id)
  ), rule AS (
    SELECT keep_years FROM retention_rule WHERE county_agency_id = $2 ORDER BY recorded_at DESC, id DESC LIMIT 1
  )
  SELECT records_held($1) AS held, (
    SELECT active.at + make_interval(years => rule.keep_years) FROM active, rule
    WHERE active.at + make_interval(years => rule.keep_years) > statement_timestamp()) AS "keptUntil"`;
