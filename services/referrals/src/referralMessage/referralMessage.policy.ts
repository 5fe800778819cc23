import { type RequestContext, Role, roleIs, type RowAccess, viewerSql } from "@corespond/kit";

import { policeRoles } from "../access/rolesOfReferrals";
import type { ReferralMessageRow } from "./referralMessage.row";
import { ReferralMessage } from "./referralMessage.type";

const readers: readonly Role[] = [...policeRoles, Role.SOCIAL_WORKER, Role.SUPERVISOR];
const writers: readonly Role[] = [...policeRoles, Role.SOCIAL_WORKER];
const ofVisibleReferral = "EXISTS (SELECT FROM referral r WHERE r.id = referral_id)";

/** Both sides of a referral see what was said between them; a privacy officer, who reads no narrative, does not. */
export const referralMessageAccess: RowAccess = {
  table: "referral_message",
  select: `${roleIs(...readers)} AND ${ofVisibleReferral}`,
  insert: `${roleIs(...writers)} AND from_id = ${viewerSql.id} AND ${ofVisibleReferral}`,
};

/** The view that leaves the slice, with its audit. */
export function viewReferralMessage(context: RequestContext, row: ReferralMessageRow): ReferralMessage {
  const { id, fromId, reasonCode, text, sentAt } = row;
  context.audit.saw({ type: "ReferralMessage", id, recordIds: [row.recordId] });
  return Object.freeze(Object.assign(new ReferralMessage(), { id, fromId, reasonCode, text, sentAt }));
}
