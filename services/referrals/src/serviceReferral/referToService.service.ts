import type { WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { requireConsent } from "../consent/requireConsent";
import { actingStaff } from "../mutation/actingStaff";
import { permitStep } from "../referral/permitStep.service";
import type { ReferralRow } from "../referral/referral.row";
import { addEvent } from "../referralEvent/addEvent.service";
import { insertRow } from "../rows/insertRow";
import { ReferralEventKind } from "../vocabulary/referralEventKind";
import { ReferralStatus } from "../vocabulary/referralStatus";
import { permitCoordination } from "../welfareCoordination/permitCoordination.service";
import type { ReferableService } from "./referableService.service";
import type { ReferToServiceInput } from "./serviceReferral.inputs";
import { ServiceReferralRow } from "./serviceReferral.row";

/**
 * Refers a resident on to a service. The referral itself is not touched: whoever may not know of the service referral
 * sees no other version, timeline or count than before. One to a protected program goes by a consent on the record, and one
 * on the basis of welfare coordination to an organization that the county has decided on.
 */
export async function referToService(
  transaction: WriteTransaction,
  input: ReferToServiceInput,
  service: ReferableService,
): Promise<{ readonly id: string }> {
  const { row: referral } = await permitStep(transaction, { ...input, action: "refer", reason: null });
  const { consents, ...to } = service;
  await permitCoordination(transaction, input.legalBasis, to);
  const consent = to.protectedProgram && requireConsent(to.protectedProgram, consents);
  const row = newServiceReferral(referral, input, {
    ...to,
    isProtected: to.protectedProgram !== null,
    consentId: consent && consent.id,
    referredById: actingStaff(transaction.context.viewer),
  });
  await insertRow(transaction, ServiceReferralRow, row);
  const { id, recordId } = row;
  await addEvent(transaction, row.referredById, {
    referralId: referral.id,
    serviceReferralId: id,
    kind: ReferralEventKind.SUBMITTED,
    fromStatus: null,
    toStatus: row.status,
    reasonCode: null,
    reasonText: null,
    occurredAt: row.submittedAt,
  });
  await transaction.audit({
    action: "referToService",
    subjects: { ServiceReferral: [id] },
    recordIds: [recordId],
    fields: [
      "ServiceReferral.need",
      "ServiceReferral.urgency",
      ...(row.eligibilityQuestions.length === 0 ? [] : ["ServiceReferral.eligibility"]),
      ...(row.message === null ? [] : ["ServiceReferral.message"]),
    ],
    basis: basesOf(row),
  });
  await transaction.emit({ type: "service_referral.submitted", entityId: id, payload: { serviceReferralId: id } });
  return { id };
}

/** The basis that its author states, and the consent that the law asked for. */
function basesOf({ legalBasis, consentId }: ServiceReferralRow): readonly string[] {
  return [...new Set([...(legalBasis === null ? [] : [legalBasis]), ...(consentId === null ? [] : ["CONSENT"])])];
}

type Destination = Omit<ReferableService, "consents"> &
  Pick<ServiceReferralRow, "isProtected" | "consentId" | "referredById">;

function newServiceReferral(referral: ReferralRow, input: ReferToServiceInput, from: Destination): ServiceReferralRow {
  const submittedAt = new Date();
  const eligibility = input.eligibility ?? [];
  return {
    ...from,
    id: uuidv7(),
    referralId: referral.id,
    recordId: referral.recordId,
    need: input.need,
    urgency: input.urgency ?? referral.urgency,
    ageBand: input.ageBand ?? null,
    eligibilityQuestions: eligibility.map(({ question }) => question),
    eligibilityAnswers: eligibility.map(({ answer }) => answer),
    message: input.message ?? null,
    status: ReferralStatus.REQUESTED,
    statusReasonCode: null,
    statusReasonText: null,
    outcome: null,
    legalBasis: input.legalBasis?.basis ?? null,
    legalBasisCitation: input.legalBasis?.citation ?? null,
    submittedAt,
    acceptedAt: null,
    closedAt: null,
    recordedAt: submittedAt,
  };
}
