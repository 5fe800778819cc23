import { fail, failNotFound, UserErrorCode, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { today } from "../birthDate/birthDate.rules";
import type { DeclineConsentInput } from "../consent/consent.inputs";
import { basisOf } from "../record/record.policy";

/** Records that a consent was asked for and not given. Nothing else follows from it. */
export async function declineConsent(
  transaction: WriteTransaction,
  { recordId, categories, declinedOn }: DeclineConsentInput,
): Promise<{ readonly id: string }> {
  if (declinedOn > today())
    fail(UserErrorCode.INVALID, `A consent is not declined in the future, but got: ${declinedOn}.`, [
      "input",
      "declinedOn",
    ]);
  const id = uuidv7();
  const [record] = await transaction.query<{ sourceAgencyId: string }>({
    name: "people.consent.record",
    text: `SELECT source_agency_id AS "sourceAgencyId" FROM person_record WHERE id = $1`,
    values: [recordId],
  });
  if (!record) failNotFound("record", ["input", "recordId"]);
  await transaction.query({
    name: "people.consent.decline",
    text: `INSERT INTO consent_refusal (id, record_id, source_agency_id, categories, declined_on, recorded_by)
           VALUES ($1, $2, $3, $4, $5, corespond.viewer_id())`,
    values: [id, recordId, record.sourceAgencyId, categories, declinedOn],
  });
  await transaction.audit({
    action: "declineConsent",
    subjects: { ConsentRefusal: [id] },
    recordIds: [recordId],
    fields: ["ConsentRefusal"],
    basis: [basisOf(transaction.context.viewer, record.sourceAgencyId)],
  });
  return { id };
}
