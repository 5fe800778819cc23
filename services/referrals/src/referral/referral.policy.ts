import {
  byTheHub,
  type Policy,
  redactionsOf,
  type RequestContext,
  Role,
  type RowRule,
  shownFields,
  versionTag,
  type Viewer,
  viewerSql,
} from "@corespond/kit";

import { ownGround, ownRows, senderGround, welfareGround } from "../access/grounds";
import { knownConsent } from "../consent/knownConsents";
import { policeRoles, referralRoles, welfareRoles } from "../access/rolesOfReferrals";
import type { ReferralActor } from "./referral.status";
import { acknowledgementOf } from "../vocabulary/acknowledgement";
import { actsAsOwner } from "./ownCase";
import type { ReferralRow } from "./referral.row";
import { Referral } from "./referral.type";
import { statusReasonOf } from "./statusReason.type";

const { SOCIAL_WORKER, SUPERVISOR, DISPATCHER } = Role;

const sent: RowRule = {
  ...senderGround,
  id: "sent",
  roles: policeRoles,
  within: { column: "referring_agency_id", ids: `ARRAY[${viewerSql.agency}]` },
  relation: "sent by the own agency",
};

const served: RowRule = {
  ...welfareGround,
  id: "served",
  roles: welfareRoles,
  within: { column: "agency_id", ids: viewerSql.serves },
  relation: "of an agency that one serves",
};

const submitted = `referred_by_id = ${viewerSql.id} AND referring_agency_id = ${viewerSql.agency} AND status = 'REQUESTED'`;

/** What would tell a resident who called or referred (Minn. Stat. 13.82, subd. 17). */
const reporting = ["referringAgency", "referredBy", "callId", "priorCallCount"] as const;

const facts = [
  "id",
  "person",
  "agency",
  "source",
  "reasons",
  "reasonCodes",
  "urgency",
  "acknowledgement",
  "submittedAt",
  "recordedAt",
  "version",
  "redactions",
] as const;

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

/** The fields of a referral. */
export type ReferralField =
  (typeof facts)[number] | (typeof reporting)[number] | (typeof welfareSide)[number] | "narrative" | "messages";

/** A referral's row, and whether a consent opens to the viewer's agency what became of it. */
interface SeenReferral extends Pick<ReferralRow, "referredById"> {
  readonly outcomeConsented: boolean;
}

/** What a consent must answer to and cover so that a department which it names learns what became of a referral. */
const outcomeConsent = { regime: "CHAPTER_13", category: "REFERRAL_OUTCOMES" } as const;

/**
 * Senders see what their own agency sent; the welfare side what concerns the agencies that it serves today, those of a
 * covered colleague among them. Ownership gives no sight of its own: who is assigned away loses what they own, too, and a
 * supervisor reassigns it.
 */
export const referralPolicy: Policy<ReferralField, SeenReferral> = {
  type: "Referral",
  tables: [
    {
      table: "referral",
      select: [sent, served, ownRows],
      insert: [
        byTheHub,
        {
          ...senderGround,
          id: "forOwnAgency",
          roles: policeRoles,
          where: `${submitted} AND agency_id = ${viewerSql.agency}`,
          relation: "for the own agency's social worker",
        },
        {
          ...senderGround,
          id: "forServedAgency",
          roles: [DISPATCHER, SOCIAL_WORKER],
          where: `${submitted} AND agency_id = ANY (${viewerSql.serves})`,
          relation: "for an agency that one serves",
        },
      ],
      update: [sent, { ...served, roles: [SOCIAL_WORKER, SUPERVISOR] }],
    },
  ],
  fields: [
    {
      ...senderGround,
      id: "facts",
      fields: [...facts, ...reporting],
      roles: referralRoles,
      relation: "whoever sees it",
    },
    { ...welfareGround, id: "welfareSide", fields: welfareSide, roles: welfareRoles, relation: "the welfare side" },
    { ...ownGround, id: "ownFacts", fields: [...facts, "status", "outcome", "owner", "contacts", "serviceReferrals"] },
    {
      ...welfareGround,
      id: "narrative",
      fields: ["narrative", "messages"],
      roles: [SOCIAL_WORKER, SUPERVISOR],
      relation: "those who work with the resident",
    },
    {
      ...senderGround,
      id: "ownNarrative",
      fields: ["narrative"],
      roles: policeRoles,
      when: (viewer, { referredById }) => referredById === viewer.id,
      relation: "its author",
    },
    {
      id: "consentedOutcome",
      fields: ["status", "outcome"],
      roles: policeRoles,
      when: (_viewer, { outcomeConsented }) => outcomeConsented,
      relation: "an agency that a consent in force names for referral outcomes, for its purpose",
      basis: "CONSENT",
      source: "Minn. Stat. 13.05, subd. 4; 13.46, subd. 2",
    },
    {
      ...senderGround,
      id: "senderMessages",
      fields: ["messages"],
      roles: policeRoles,
      relation: "whoever sent it",
    },
  ],
};

/**
 * A referral as this viewer sees it. Its version is the same with a consent and without, so that what a sender read under
 * one still tells after its revocation that nothing changed.
 */
export function referralFor(viewer: Viewer, row: ReferralRow, outcomeConsented = false): Referral {
  const { shown, withheld } = shownFields(referralPolicy, viewer, { ...row, outcomeConsented });
  const { id, recordId, agencyId, referringAgencyId, referredById, callId, source, reasons, urgency } = row;
  const fields = {
    ...{ id, recordId, agencyId, source, reasons, urgency },
    referringAgencyId: shown("referringAgency", referringAgencyId),
    referredById: shown("referredBy", referredById),
    callId: shown("callId", callId),
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
  const version = outcomeConsented ? referralFor(viewer, row).version : versionTag(fields);
  return Object.freeze(Object.assign(new Referral(), fields, { version }));
}

/** The view that leaves the slice, with its audit. */
export function viewReferral(context: RequestContext, row: ReferralRow): Referral {
  const outcomeConsented = isSender(context.viewer) && knownConsent(context, row.recordId, outcomeConsent) !== null;
  const view = referralFor(context.viewer, row, outcomeConsented);
  const basis = outcomeConsented ? "CONSENT" : view.legalBasis;
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
    OWNER: viewer.role === Role.SOCIAL_WORKER && actsAsOwner(viewer, row.ownerId),
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
export function isWithheld(referral: Referral, field: ReferralField): boolean {
  return referral.redactions.some((redaction) => redaction.field === field);
}
