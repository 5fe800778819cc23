import { fail, UserErrorCode, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { expungeRecords } from "../expungement/expungement.service";

/** How long records are kept after the last activity, and by what rule. */
export interface NewRetentionRule {
  readonly keepYears: number;
  readonly source: string;
}

/** Records the county's retention rule; the newest counts. */
export async function recordRetentionRule(
  transaction: WriteTransaction,
  { keepYears, source }: NewRetentionRule,
): Promise<{ readonly id: string }> {
  const { viewer } = transaction.context;
  if (viewer.agencyId === null) fail(UserErrorCode.NOT_ALLOWED, "A rule is a county's.");
  const id = uuidv7();
  await transaction.query({
    name: "people.retention.record",
    text: `INSERT INTO retention_rule (id, county_agency_id, keep_years, source, recorded_by) VALUES ($1, $2, $3, $4, $5)`,
    values: [id, viewer.agencyId, keepYears, source, viewer.id],
  });
  await transaction.audit({
    action: "recordRetentionRule",
    subjects: { RetentionRule: [id] },
    fields: ["RetentionRule.keepYears", "RetentionRule.source"],
  });
  return { id };
}

/** A person of whom every record is past the rule here; other slices have to be asked before they are removed. */
export interface PurgeCandidate extends Record<string, unknown> {
  readonly personId: string;
  readonly recordIds: readonly string[];
  readonly before: Date;
  readonly source: string;
}

/** The query of who may be purged, at most 100 at once: `$1` the county, `$2` the agencies that it serves. */
export const candidatesSql = `
  WITH rule AS (
    SELECT statement_timestamp() - make_interval(years => keep_years) AS before, source FROM retention_rule
    WHERE county_agency_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1
  )
  SELECT r.person_id AS "personId", array_agg(r.id) AS "recordIds", rule.before, rule.source
  FROM person_record r, rule
  WHERE r.source_agency_id = $1 OR r.source_agency_id = ANY ($2::uuid[])
  GROUP BY r.person_id, rule.before, rule.source
  HAVING max(r.recorded_at) < rule.before AND max(last_activity(r.id)) < rule.before AND NOT records_held(array_agg(r.id))
  ORDER BY r.person_id LIMIT 100`;

/** Removes those whom no slice has seen since; what is kept by a hold stays, for the database refuses it. */
export async function purge(
  transaction: WriteTransaction,
  candidates: readonly PurgeCandidate[],
): Promise<{ readonly persons: number }> {
  let persons = 0;
  for (const { personId, recordIds, source } of candidates) {
    const { records } = await expungeRecords(transaction, { personId, recordIds, authority: `Retention: ${source}` });
    if (records > 0) persons += 1;
  }
  return { persons };
}
