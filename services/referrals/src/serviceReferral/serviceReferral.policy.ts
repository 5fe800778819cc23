import {
  redactionsOf,
  type RequestContext,
  Role,
  roleIs,
  type RowAccess,
  versionTag,
  type Viewer,
  viewerSql,
} from "@corespond/kit";

import { statusReasonOf } from "../referral/statusReason.type";
import { ReferralStatus } from "../vocabulary/referralStatus";
import type { ServiceReferralRow } from "./serviceReferral.row";
import type { ServiceReferralActor } from "./serviceReferral.status";
import { ServiceReferral } from "./serviceReferral.type";

const { SOCIAL_WORKER, SUPERVISOR, PRIVACY_OFFICER, PROVIDER } = Role;

const ofVisibleReferral = "EXISTS (SELECT FROM referral r WHERE r.id = referral_id)";
const socialWorkers = `(${roleIs(SOCIAL_WORKER)} AND (NOT is_protected OR referred_by_id = ${viewerSql.id}) AND ${ofVisibleReferral})`;
const overseers = `(${roleIs(SUPERVISOR, PRIVACY_OFFICER)} AND NOT is_protected AND ${ofVisibleReferral})`;
const provider = `(${roleIs(PROVIDER)} AND organization_id = ${viewerSql.organization} AND status <> 'REJECTED')`;

/**
 * The welfare side sees service referrals with their referral, and the provider those sent to it, until it rejects
 * them. One to a protected program is seen by its author and its provider alone (42 CFR Part 2).
 */
export const serviceReferralAccess: RowAccess = {
  table: "service_referral",
  select: [socialWorkers, overseers, provider].join(" OR "),
  insert: `${roleIs(SOCIAL_WORKER)} AND referred_by_id = ${viewerSql.id} AND status = 'REQUESTED'
    AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id AND r.owner_id = ${viewerSql.id})`,
  update: [socialWorkers, provider].join(" OR "),
};

type WithheldField =
  "referral" | "legalBasis" | "legalBasisCitation" | "person" | "message" | "referredBy" | "statusReason" | "timeline";

const neverForProviders: readonly WithheldField[] = ["referral", "legalBasis", "legalBasisCitation"];
const fromAcceptance: readonly WithheldField[] = ["referredBy", "statusReason", "timeline"];
const whileAccepted: readonly WithheldField[] = ["person", "message"];

/** Which fields this viewer does not get, by role and, for a provider, by whether it has accepted and is still at work. */
function withheldFrom(
  viewer: Viewer,
  row: Pick<ServiceReferralRow, "status" | "acceptedAt">,
): readonly WithheldField[] {
  if (viewer.role === PRIVACY_OFFICER) return ["message"];
  if (viewer.role !== PROVIDER) return [];
  return [
    ...neverForProviders,
    ...(row.acceptedAt === null ? fromAcceptance : []),
    ...(row.status === ReferralStatus.ACCEPTED ? [] : whileAccepted),
  ];
}

/** A service referral as this viewer sees it. */
export function serviceReferralFor(viewer: Viewer, row: ServiceReferralRow): ServiceReferral {
  const withheld = withheldFrom(viewer, row);
  const shown = <V>(field: WithheldField, value: V): V | null => (withheld.includes(field) ? null : value);
  const { id, serviceId, organizationId, need, urgency, ageBand, status, outcome, submittedAt, acceptedAt } = row;
  const fields = {
    ...{ id, serviceId, organizationId, need, urgency, ageBand, status, outcome, submittedAt, acceptedAt },
    recordId: shown("person", row.recordId),
    referralId: shown("referral", row.referralId),
    referredById: shown("referredBy", row.referredById),
    message: shown("message", row.message),
    statusReason: shown("statusReason", statusReasonOf(row.statusReasonCode, row.statusReasonText)),
    protected: row.isProtected,
    legalBasis: shown("legalBasis", row.legalBasis),
    legalBasisCitation: shown("legalBasisCitation", row.legalBasisCitation),
    redactions: redactionsOf(withheld),
  };
  return Object.freeze(Object.assign(new ServiceReferral(), fields, { version: versionTag(fields) }));
}

/** The view that leaves the slice, with its audit: a preview, too, is a disclosure. */
export function viewServiceReferral(context: RequestContext, row: ServiceReferralRow): ServiceReferral {
  const view = serviceReferralFor(context.viewer, row);
  const basis = view.legalBasis;
  const withheld = view.redactions.map(({ field }) => field);
  context.audit.saw({
    type: "ServiceReferral",
    id: row.id,
    recordIds: [row.recordId],
    withheld,
    ...(basis && { basis }),
  });
  return view;
}

/** Who this viewer is to a service referral that it may see. */
export function serviceReferralActorsOf(viewer: Viewer, row: ServiceReferralRow): readonly ServiceReferralActor[] {
  if (viewer.role === PROVIDER && row.organizationId === viewer.organizationId) return ["PROVIDER"];
  return viewer.role === SOCIAL_WORKER && row.referredById === viewer.id ? ["REFERRER"] : [];
}

/** Whether a field of this view is withheld from its viewer: fields with resolvers of their own ask here. */
export function isWithheldOnServiceReferral(serviceReferral: ServiceReferral, field: WithheldField): boolean {
  return serviceReferral.redactions.some((redaction) => redaction.field === field);
}
