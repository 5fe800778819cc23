import { inTransaction, type RequestContext } from "@corespond/kit";

import type { ConsentCategory, ConsentGiver, ConsentRegime } from "../consent/consent.enums";

/** A consent to be stored. `id` makes a second load change nothing. Times are RFC 3339, `signedOn` is a day. */
export interface ConsentData {
  readonly id: string;
  readonly recordId: string;
  readonly regime: ConsentRegime;
  readonly categories: readonly ConsentCategory[];
  readonly granteeAgencyIds: readonly string[];
  readonly granteeOrganizationIds: readonly string[];
  readonly purpose: string;
  readonly givenBy: ConsentGiver;
  readonly signedOn: string;
  readonly effectiveFrom: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** How many consents were stored, and how many stood there already. */
export interface LoadedConsents {
  readonly loaded: number;
  readonly unchanged: number;
}

/**
 * Stores consents in one statement, as the hub itself (`ofSystem`). All or none: a record that does not exist, or a
 * value that breaks a rule of the table, stops the load.
 */
export async function loadConsents(context: RequestContext, data: readonly ConsentData[]): Promise<LoadedConsents> {
  return await inTransaction(context, async (transaction) => {
    const known = await transaction.query<{ id: string }>({
      name: "people.consent.knownRecords",
      text: "SELECT id FROM person_record WHERE id = ANY ($1)",
      values: [data.map(({ recordId }) => recordId)],
    });
    const knownIds = new Set(known.map(({ id }) => id));
    const lost = data.find(({ recordId }) => !knownIds.has(recordId));
    if (lost)
      throw new Error(`A consent needs a record that exists, but got: consent ${lost.id} on record ${lost.recordId}.`);
    const stored = await transaction.query<{ id: string; recordId: string }>({
      name: "people.consent.load",
      text: loadSql,
      values: [JSON.stringify(data)],
    });
    await transaction.audit({
      action: "loadConsents",
      subjects: { Consent: stored.map(({ id }) => id) },
      recordIds: [...new Set(stored.map(({ recordId }) => recordId))],
      fields: ["Consent"],
    });
    return { loaded: stored.length, unchanged: data.length - stored.length };
  });
}

const loadSql = `
  INSERT INTO consent (id, record_id, source_agency_id, regime, regimes, categories, grantee_agency_ids,
    grantee_organization_ids, purpose, given_by, signed_on, effective_from, expires_at, revoked_at)
  SELECT c.id, c."recordId", r.source_agency_id, c.regime, ARRAY[c.regime], c.categories, c."granteeAgencyIds",
    c."granteeOrganizationIds", c.purpose, c."givenBy", c."signedOn", c."effectiveFrom", c."expiresAt", c."revokedAt"
  FROM jsonb_to_recordset($1) AS c(id uuid, "recordId" uuid, regime text, categories text[], "granteeAgencyIds" uuid[],
    "granteeOrganizationIds" uuid[], purpose text, "givenBy" text, "signedOn" date, "effectiveFrom" timestamptz,
    "expiresAt" timestamptz, "revokedAt" timestamptz)
  JOIN person_record r ON r.id = c."recordId"
  ON CONFLICT (id) DO NOTHING
  RETURNING id, record_id AS "recordId"`;
