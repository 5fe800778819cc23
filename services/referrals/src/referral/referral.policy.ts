import {
  bySystem,
  redactionsOf,
  type RequestContext,
  Role,
  roleIs,
  type RowAccess,
  versionTag,
  type Viewer,
  viewerSql,
} from "@corespond/kit";

import { policeRoles, welfareRoles } from "../access/rolesOfReferrals";
import type { ReferralActor } from "./referral.status";
import { acknowledgementOf } from "../vocabulary/acknowledgement";
import type { ReferralRow } from "./referral.row";
import { Referral } from "./referral.type";
import { statusReasonOf } from "./statusReason.type";

const { SOCIAL_WORKER, SUPERVISOR, PRIVACY_OFFICER, OFFICER, DISPATCHER } = Role;

const senders = `(${roleIs(OFFICER, DISPATCHER)} AND referring_agency_id = ${viewerSql.agency})`;
const servingStaff = (...roles: readonly Role[]): string =>
  `(${roleIs(...roles)} AND agency_id = ANY (${viewerSql.serves}))`;
const owner = `(${roleIs(SOCIAL_WORKER)} AND owner_id = ${viewerSql.id})`;

/** Senders see what their own agency sent; the welfare side what concerns the agencies that it serves. */
export const referralAccess: RowAccess = {
  table: "referral",
  select: [senders, servingStaff(SOCIAL_WORKER, SUPERVISOR, PRIVACY_OFFICER), owner].join(" OR "),
  insert: `${bySystem} OR referred_by_id = ${viewerSql.id} AND referring_agency_id = ${viewerSql.agency}
    AND status = 'REQUESTED' AND (${roleIs(OFFICER, DISPATCHER)} AND agency_id = ${viewerSql.agency}
      OR ${roleIs(DISPATCHER, SOCIAL_WORKER)} AND agency_id = ANY (${viewerSql.serves}))`,
  update: [senders, servingStaff(SOCIAL_WORKER, SUPERVISOR), owner].join(" OR "),
};

/** Private data of the welfare system (Minn. Stat. 13.46), which no sender gets, whatever it holds. */
const welfareSide = [
  "status",
  "statusReason",
  "outcome",
  "owner",
  "legalBasis",
  "legalBasisCitation",
  "timeline",
  "contacts",
  "serviceReferrals",
] as const;

type WithheldField = (typeof welfareSide)[number] | "narrative" | "messages";

/** Which fields this viewer does not get, by role and by authorship alone. */
function withheldFrom(viewer: Viewer, row: Pick<ReferralRow, "referredById">): readonly WithheldField[] {
  if (viewer.role === Role.PRIVACY_OFFICER) return ["narrative", "messages"];
  if (welfareRoles.includes(viewer.role)) return [];
  return row.referredById === viewer.id ? welfareSide : [...welfareSide, "narrative"];
}

/** A referral as this viewer sees it. */
export function referralFor(viewer: Viewer, row: ReferralRow): Referral {
  const withheld = withheldFrom(viewer, row);
  const shown = <V>(field: WithheldField, value: V): V | null => (withheld.includes(field) ? null : value);
  const { id, recordId, agencyId, referringAgencyId, referredById, callId, source, reasons, urgency } = row;
  const fields = {
    ...{ id, recordId, agencyId, referringAgencyId, referredById, callId, source, reasons, urgency },
    reasonCodes: reasons,
    narrative: shown("narrative", row.narrative),
    status: shown("status", row.status),
    statusReason: shown("statusReason", statusReasonOf(row.statusReasonCode, row.statusReasonText)),
    outcome: shown("outcome", row.outcome),
    ownerId: shown("owner", row.ownerId),
    acknowledgement: acknowledgementOf(row.status),
    legalBasis: shown("legalBasis", row.legalBasis),
    legalBasisCitation: shown("legalBasisCitation", row.legalBasisCitation),
    submittedAt: row.submittedAt,
    recordedAt: row.recordedAt,
    redactions: redactionsOf(withheld),
  };
  return Object.freeze(Object.assign(new Referral(), fields, { version: versionTag(fields) }));
}

/** The view that leaves the slice, with its audit. */
export function viewReferral(context: RequestContext, row: ReferralRow): Referral {
  const view = referralFor(context.viewer, row);
  const basis = view.legalBasis;
  const withheld = view.redactions.map(({ field }) => field);
  context.audit.saw({ type: "Referral", id: row.id, recordIds: [row.recordId], withheld, ...(basis && { basis }) });
  return view;
}

/** Who this viewer is to a referral that it may see. */
export function actorsOf(viewer: Viewer, row: ReferralRow): readonly ReferralActor[] {
  const serves = viewer.serves.includes(row.agencyId);
  const actors: Readonly<Record<ReferralActor, boolean>> = {
    SENDER: row.referredById === viewer.id || row.referringAgencyId === viewer.agencyId,
    SERVING_SOCIAL_WORKER: viewer.role === Role.SOCIAL_WORKER && serves,
    OWNER: viewer.role === Role.SOCIAL_WORKER && row.ownerId === viewer.id,
    SERVING_SUPERVISOR: viewer.role === Role.SUPERVISOR && serves,
  };
  return (Object.keys(actors) as ReferralActor[]).filter((actor) => actors[actor]);
}

/**
 * Whether this viewer may know who owns referrals at all. A list of somebody's referrals would tell a sender, one by
 * one, what the withheld owner field hides.
 */
export function mayKnowOwners(viewer: Viewer): boolean {
  return welfareRoles.includes(viewer.role);
}

/** Whether this viewer is on the sending side. */
export function isSender(viewer: Viewer): boolean {
  return policeRoles.includes(viewer.role);
}

/** Whether a field of this view is withheld from its viewer: fields with resolvers of their own ask here. */
export function isWithheld(referral: Referral, field: WithheldField): boolean {
  return referral.redactions.some((redaction) => redaction.field === field);
}
