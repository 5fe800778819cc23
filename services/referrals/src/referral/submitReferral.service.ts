import { fail, UserErrorCode, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { actingStaff } from "../mutation/actingStaff";
import { addEvent } from "../referralEvent/addEvent.service";
import { insertRow } from "../rows/insertRow";
import { expectWarning, keepWarning } from "../tennessen/keepWarning.service";
import { ReferralEventKind } from "../vocabulary/referralEventKind";
import { openStatuses, ReferralStatus } from "../vocabulary/referralStatus";
import { ReferralUrgency } from "../vocabulary/referralUrgency";
import { refuseCoordination } from "../welfareCoordination/permitCoordination.service";
import { ReferralRow } from "./referral.row";
import { referralSourceOf } from "./referralSourceOf";
import type { SubmissionFacts } from "./submissionFacts.service";
import type { SubmitReferralInput } from "./submitReferral.inputs";

/** What a submission leaves. */
export interface Submitted {
  readonly id: string;
  readonly agencyId: string;
}

/** Sends a referral: the row, its first entry in the history, the audit, the outbox. */
export async function submitReferral(
  transaction: WriteTransaction,
  input: SubmitReferralInput,
  facts: SubmissionFacts,
): Promise<Submitted> {
  refuseCoordination(input.legalBasis);
  await refuseSecondOpenOne(transaction, facts);
  const row = newReferral(transaction, input, facts);
  const warning = input.tennessenWarning ?? null;
  expectWarning(row.source, warning);
  await insertRow(transaction, ReferralRow, row);
  await keepWarning(transaction, row, warning);
  const { id, recordId, agencyId, submittedAt } = row;
  await addEvent(transaction, row.referredById, {
    referralId: id,
    serviceReferralId: null,
    kind: ReferralEventKind.SUBMITTED,
    fromStatus: null,
    toStatus: row.status,
    reasonCode: null,
    reasonText: null,
    occurredAt: submittedAt,
  });
  await transaction.audit({
    action: "submitReferral",
    subjects: { Referral: [id] },
    recordIds: [recordId],
    fields: ["Referral.reasons", "Referral.urgency", ...(row.narrative === null ? [] : ["Referral.narrative"])],
    basis: row.legalBasis === null ? [] : [row.legalBasis],
  });
  await transaction.emit({ type: "referral.submitted", entityId: id, payload: { referralId: id } });
  return { id, agencyId };
}

function newReferral({ context }: WriteTransaction, input: SubmitReferralInput, facts: SubmissionFacts): ReferralRow {
  const { viewer } = context;
  const recordedAt = new Date();
  return {
    id: uuidv7(),
    recordId: facts.recordId,
    agencyId: facts.agencyId,
    referringAgencyId: viewer.agencyId ?? facts.agencyId,
    referredById: actingStaff(viewer),
    callId: input.callId ?? null,
    source: referralSourceOf({
      role: viewer.role,
      stated: input.source ?? null,
      agencyKind: facts.agency?.kind ?? null,
    }),
    reasons: input.reasons,
    urgency: input.urgency ?? ReferralUrgency.ROUTINE,
    narrative: input.narrative ?? null,
    status: ReferralStatus.REQUESTED,
    statusReasonCode: null,
    statusReasonText: null,
    outcome: null,
    ownerId: null,
    legalBasis: input.legalBasis?.basis ?? null,
    legalBasisCitation: input.legalBasis?.citation ?? null,
    submittedAt: input.submittedAt ?? recordedAt,
    recordedAt,
  };
}

/**
 * Two open referrals of one person by one agency are one too many, but only where the viewer may know of the first.
 * The lock lets two submissions at once see each other.
 */
async function refuseSecondOpenOne(
  transaction: WriteTransaction,
  { agencyId, recordId }: SubmissionFacts,
): Promise<void> {
  await transaction.query({
    name: "referrals.referral.lockPerson",
    text: "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))",
    values: [`${agencyId}/${recordId}`],
  });
  const [open] = await transaction.query<{ id: string }>({
    name: "referrals.referral.openOne",
    text: `SELECT r.id FROM referral r WHERE r.record_id = $1 AND r.agency_id = $2 AND r.status = ANY ($3::text[])
           ORDER BY r.submitted_at DESC, r.id DESC LIMIT 1`,
    values: [recordId, agencyId, openStatuses],
  });
  if (open) fail(UserErrorCode.TAKEN, `This person has an open referral already: ${open.id}.`, ["input", "personId"]);
}
