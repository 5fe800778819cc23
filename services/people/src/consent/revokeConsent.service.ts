import { fail, failNotFound, UserErrorCode, type WriteTransaction } from "@corespond/kit";

import { basisOf } from "../record/record.policy";
import type { RevokeConsentInput } from "./consent.inputs";

const field = ["input", "consentId"];

interface Revoked extends Record<string, unknown> {
  readonly recordId: string;
  readonly sourceAgencyId: string;
}

/**
 * Revokes a consent from this instant on. What was passed on before was right when it was (42 CFR 2.31(a)(6)), and its
 * audit stays.
 */
export async function revokeConsent(
  transaction: WriteTransaction,
  { consentId }: RevokeConsentInput,
): Promise<{ readonly id: string }> {
  const [revoked] = await transaction.query<Revoked>({
    name: "people.consent.revoke",
    text: `SELECT record_id AS "recordId", source_agency_id AS "sourceAgencyId" FROM revoke_consent($1)`,
    values: [consentId],
  });
  if (!revoked) return await refuse(transaction, consentId);
  const { recordId, sourceAgencyId } = revoked;
  await transaction.audit({
    action: "revokeConsent",
    subjects: { Consent: [consentId] },
    recordIds: [recordId],
    fields: ["Consent.revokedAt"],
    basis: [basisOf(transaction.context.viewer, sourceAgencyId)],
  });
  await transaction.emit({ type: "consent.revoked", entityId: consentId, payload: { consentId, recordId } });
  return { id: consentId };
}

async function refuse(transaction: WriteTransaction, consentId: string): Promise<never> {
  const [seen] = await transaction.query({
    name: "people.consent.seen",
    text: "SELECT id FROM consent WHERE id = $1",
    values: [consentId],
  });
  if (!seen) failNotFound("consent", field);
  fail(UserErrorCode.ILLEGAL_TRANSITION, "The consent was revoked before.", field);
}
