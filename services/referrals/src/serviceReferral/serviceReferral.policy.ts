import {
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

import { fitForProtected, ownGround, ownRows, providerGround, welfareGround } from "../access/grounds";
import { welfareRoles } from "../access/rolesOfReferrals";
import { grantedSql } from "../consent/protectedGrants";
import { noteProtection } from "../consent/protectedNotice";
import { ownCase } from "../referral/ownCase";
import { statusReasonOf } from "../referral/statusReason.type";
import { ProtectedProgram, protectionOf } from "../vocabulary/protectedProgram";
import { coordinationAllowed } from "../welfareCoordination/welfareCoordination.policy";
import { statedEligibility } from "./eligibilityAnswer.type";
import { inProviderSight, type ProviderWork } from "./providerSight";
import type { ServiceReferralRow } from "./serviceReferral.row";
import type { ServiceReferralActor } from "./serviceReferral.status";
import { ServiceReferral } from "./serviceReferral.type";

const { SOCIAL_WORKER, SUPERVISOR, PROVIDER } = Role;

const ofVisibleReferral = "EXISTS (SELECT FROM referral r WHERE r.id = referral_id)";

const open: RowRule = {
  ...welfareGround,
  id: "ofVisibleReferral",
  roles: welfareRoles,
  where: `NOT is_protected AND ${ofVisibleReferral}`,
  relation: "of a referral that one sees, save to a protected program",
};

const authored: RowRule = {
  ...welfareGround,
  id: "protectedOfOwn",
  roles: [SOCIAL_WORKER],
  where: `is_protected AND ${fitForProtected} AND referred_by_id = ${viewerSql.id} AND ${ofVisibleReferral}`,
  relation: "to a protected program: its author, but for proceedings against the person",
  source: "42 CFR 2.12(d) and 2.13",
};

/** What a consent in force opens of a protected program to the agency that it names. */
const consented = (program: ProtectedProgram, source: string): RowRule => ({
  id: `consentedTo${program}`,
  roles: welfareRoles,
  where: `protected_program = '${program}' AND ${fitForProtected} AND record_id = ANY (${grantedSql(program)}) AND ${ofVisibleReferral}`,
  relation: `to a protected program: named by a ${protectionOf[program].regime} consent in force, for its purpose`,
  basis: "CONSENT",
  source,
});

const received: RowRule = {
  ...providerGround,
  id: "received",
  roles: [PROVIDER],
  where: `organization_id = ${viewerSql.organization} AND status <> 'REJECTED' AND (NOT is_protected OR ${fitForProtected})`,
  relation: "to the own organization, until it rejects it; protected ones not for proceedings against the person",
};

const facts = [
  "id",
  "service",
  "organization",
  "need",
  "urgency",
  "ageBand",
  "eligibility",
  "status",
  "outcome",
  "protected",
  "submittedAt",
  "acceptedAt",
  "closedAt",
  "version",
  "redactions",
] as const;

const welfareSide = ["referral", "legalBasis", "legalBasisCitation"] as const;
const fromAcceptance = ["referredBy", "statusReason", "timeline"] as const;

/** How far a provider's work has come. */
type SeenWork = ProviderWork & Pick<ServiceReferralRow, "acceptedAt">;

/** The fields of a service referral. */
export type ServiceReferralField =
  (typeof facts)[number] | (typeof welfareSide)[number] | (typeof fromAcceptance)[number] | "person" | "message";

/**
 * The welfare side sees service referrals with their referral, and the provider those sent to it, until it rejects
 * them. One to a protected program is seen by its author, its provider, and those whom a consent in force names (42 CFR
 * Part 2), the latter by way of `withProtectedGrants`. What a provider gets
 * depends on whether it has accepted, and is still at work or was until lately.
 */
export const serviceReferralPolicy: Policy<ServiceReferralField, SeenWork> = {
  type: "ServiceReferral",
  tables: [
    {
      table: "service_referral",
      select: [
        open,
        authored,
        consented(ProtectedProgram.PART_2, "42 CFR 2.31 and 2.33"),
        consented(ProtectedProgram.VICTIM_SERVICES, "34 U.S.C. 12291(b)(2)"),
        received,
        ownRows,
      ],
      insert: [
        {
          ...welfareGround,
          id: "ofOwnCase",
          roles: [SOCIAL_WORKER],
          where: `referred_by_id = ${viewerSql.id} AND status = 'REQUESTED' AND (NOT is_protected OR consent_id IS NOT NULL)
            AND (legal_basis IS DISTINCT FROM 'WELFARE_COORDINATION' OR NOT is_protected AND ${coordinationAllowed("service_referral.organization_id")})
            AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id AND ${ownCase("r")})`,
          relation:
            "of a referral of the own caseload, or of one that one covers today; to a protected program by a consent; by welfare coordination to organizations on which the own county has decided so",
        },
      ],
      update: [{ ...open, roles: [SOCIAL_WORKER] }, authored, received],
    },
  ],
  fields: [
    { ...welfareGround, id: "facts", fields: facts, roles: [...welfareRoles, PROVIDER], relation: "whoever sees it" },
    {
      ...welfareGround,
      id: "welfareSide",
      fields: [...welfareSide, ...fromAcceptance, "person"],
      roles: welfareRoles,
      relation: "the welfare side",
    },
    { ...ownGround, id: "ownFacts", fields: [...facts, "referral", "person", "referredBy"] },
    {
      ...welfareGround,
      id: "message",
      fields: ["message"],
      roles: [SOCIAL_WORKER, SUPERVISOR],
      relation: "those who work with the resident",
    },
    {
      ...providerGround,
      id: "accepted",
      fields: fromAcceptance,
      roles: [PROVIDER],
      when: (_viewer, { acceptedAt }) => acceptedAt !== null,
      relation: "a provider that has accepted it",
    },
    {
      ...providerGround,
      id: "atWork",
      fields: ["person", "message"],
      roles: [PROVIDER],
      when: (_viewer, row) => inProviderSight(row),
      relation: "a provider that works with the person, or did until the program's days were over",
    },
  ],
};

/** A service referral as this viewer sees it. */
export function serviceReferralFor(viewer: Viewer, row: ServiceReferralRow): ServiceReferral {
  const { shown, withheld } = shownFields(serviceReferralPolicy, viewer, row);
  const { id, serviceId, organizationId, need, urgency, ageBand, status, outcome, submittedAt, acceptedAt } = row;
  const { closedAt } = row;
  const fields = {
    ...{ id, serviceId, organizationId, need, urgency, ageBand, status, outcome, submittedAt, acceptedAt },
    ...{ closedAt, eligibility: statedEligibility(row.eligibilityQuestions, row.eligibilityAnswers) },
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
  const basis = view.legalBasis ?? (row.consentId && "CONSENT");
  noteProtection(context, row);
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
  const covers = !row.isProtected && viewer.covers.includes(row.referredById);
  return viewer.role === SOCIAL_WORKER && (row.referredById === viewer.id || covers) ? ["REFERRER"] : [];
}

/** Whether a field of this view is withheld from its viewer: fields with resolvers of their own ask here. */
export function isWithheldOnServiceReferral(serviceReferral: ServiceReferral, field: ServiceReferralField): boolean {
  return serviceReferral.redactions.some((redaction) => redaction.field === field);
}
