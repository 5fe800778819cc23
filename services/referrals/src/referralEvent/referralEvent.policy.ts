import { bySystem, type RequestContext, Role, roleIs, type RowAccess, viewerSql } from "@corespond/kit";

import { referralRoles, welfareRoles } from "../access/rolesOfReferrals";
import { statusReasonOf } from "../referral/statusReason.type";
import type { ReferralEventRow } from "./referralEvent.row";
import { ReferralEvent } from "./referralEvent.type";

const ofReferral = "EXISTS (SELECT FROM referral r WHERE r.id = referral_id)";
const ofServiceReferral = "EXISTS (SELECT FROM service_referral s WHERE s.id = service_referral_id)";

/**
 * An entry is as visible as what it tells of: a protected service referral leaves no trace in the timeline that others
 * see (42 CFR Part 2), and a sender sees no timeline.
 */
export const referralEventAccess: RowAccess = {
  table: "referral_event",
  select: `CASE WHEN service_referral_id IS NULL THEN ${roleIs(...welfareRoles)} AND ${ofReferral}
    ELSE ${roleIs(...welfareRoles, Role.PROVIDER)} AND ${ofServiceReferral} END`,
  insert: `${bySystem} OR by_id = ${viewerSql.id} AND CASE WHEN service_referral_id IS NULL THEN ${roleIs(...referralRoles)} AND ${ofReferral}
    ELSE ${roleIs(Role.SOCIAL_WORKER, Role.PROVIDER)} AND ${ofServiceReferral} END`,
};

/**
 * The view that leaves the slice. It holds no data of the person and comes only with the referral or service referral
 * that it belongs to, whose view is audited.
 */
export function viewReferralEvent(_context: RequestContext, row: ReferralEventRow): ReferralEvent {
  const { id, byId, serviceReferralId, kind, fromStatus, toStatus, occurredAt, recordedAt } = row;
  const reason = statusReasonOf(row.reasonCode, row.reasonText);
  const fields = { id, byId, serviceReferralId, kind, from: fromStatus, to: toStatus, reason, occurredAt, recordedAt };
  return Object.freeze(Object.assign(new ReferralEvent(), fields));
}
