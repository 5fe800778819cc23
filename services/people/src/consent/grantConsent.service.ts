import { failNotFound, invariant, UserFailure, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import type { Guardian } from "../guardian/guardian.type";
import { basisOf } from "../record/record.policy";
import { missingElements } from "./consent.elements";
import type { ConsentRegime } from "./consent.enums";
import { brokenTimeRules, endOf } from "./consent.expiry";
import { brokenGiverRules, type ConsentingPerson } from "./consent.giver";
import type { GrantConsentInput } from "./consent.inputs";
import { regimesOf } from "./consent.regimes";

interface ConsentingRecord extends ConsentingPerson, Record<string, unknown> {
  readonly sourceAgencyId: string;
  readonly guardians: readonly Guardian[];
}

/** Records a consent as it was signed, or fails with all that the laws which apply to it find missing or wrong. */
export async function grantConsent(
  transaction: WriteTransaction,
  input: GrantConsentInput,
): Promise<{ readonly id: string }> {
  const record = await consentingRecord(transaction, input.recordId);
  const regimes = regimesOf(input.categories);
  const broken = [
    ...missingElements(input, regimes),
    ...brokenTimeRules(input, regimes),
    ...brokenGiverRules(input, record, regimes),
  ];
  if (broken.length > 0) throw new UserFailure(broken);
  const id = uuidv7();
  const { viewer } = transaction.context;
  await transaction.query({
    name: "people.consent.grant",
    text: insertSql,
    values: [JSON.stringify({ ...columnsOf(input, regimes), id, sourceAgencyId: record.sourceAgencyId })],
  });
  await transaction.audit({
    action: "grantConsent",
    subjects: { Consent: [id] },
    recordIds: [input.recordId],
    fields: ["Consent"],
    basis: [basisOf(viewer, record.sourceAgencyId)],
  });
  await transaction.emit({
    type: "consent.granted",
    entityId: id,
    payload: { consentId: id, recordId: input.recordId },
  });
  return { id };
}

/** The record as the viewer sees it now. */
async function consentingRecord(transaction: WriteTransaction, recordId: string): Promise<ConsentingRecord> {
  const [record] = await transaction.query<ConsentingRecord>({
    name: "people.consent.record",
    text: `SELECT source_agency_id AS "sourceAgencyId", birth_date AS "birthDate", guardians FROM person_record WHERE id = $1`,
    values: [recordId],
  });
  return record ?? failNotFound("record", ["input", "recordId"]);
}

function columnsOf(input: GrantConsentInput, regimes: readonly ConsentRegime[]): Readonly<Record<string, unknown>> {
  const { idempotencyKey: _key, ...stated } = input;
  const [regime] = regimes;
  invariant(regime, "every kind of data falls under a law");
  return { ...stated, regime, regimes, expiresAt: endOf(input, regimes) };
}

/** A consent holds from the transaction's own instant: the clock by which it later ends. */
const insertSql = `
  INSERT INTO consent (id, record_id, source_agency_id, regime, regimes, categories, patient_name, disclosing_agency_ids,
    disclosing_organization_ids, description, grantee_agency_ids, grantee_organization_ids, recipient_class,
    intermediary_organization_id, purpose, revocation_right_stated, plain_language, given_by, given_by_name, incapacity,
    minor_consent_basis, signature, signed_on, effective_from, expires_at, expiry_event, recorded_by)
  SELECT c.id, c."recordId", c."sourceAgencyId", c.regime, c.regimes, c.categories, c."patientName",
    c."disclosingAgencyIds", c."disclosingOrganizationIds", c.description, c."granteeAgencyIds",
    c."granteeOrganizationIds", c."recipientClass", c."intermediaryOrganizationId", c.purpose, c."revocationRightStated",
    c."plainLanguage", c."givenBy", c."givenByName", c.incapacity, c."minorConsentBasis", c.signature, c."signedOn", now(),
    c."expiresAt", c."expiryEvent", corespond.viewer_id()
  FROM jsonb_to_record($1) AS c(id uuid, "recordId" uuid, "sourceAgencyId" uuid, regime text, regimes text[],
    categories text[], "patientName" text, "disclosingAgencyIds" uuid[], "disclosingOrganizationIds" uuid[],
    description text, "granteeAgencyIds" uuid[], "granteeOrganizationIds" uuid[], "recipientClass" text,
    "intermediaryOrganizationId" uuid, purpose text, "revocationRightStated" boolean, "plainLanguage" boolean,
    "givenBy" text, "givenByName" text, incapacity text, "minorConsentBasis" text, signature text, "signedOn" date,
    "expiresAt" timestamptz, "expiryEvent" text)`;
