import { type AnyPolicy, type RequestContext, Role, type RowRule, viewerSql } from "@corespond/kit";

import { senderGround } from "../access/grounds";
import { policeRoles } from "../access/rolesOfReferrals";
import type { ReferralMessageRow } from "./referralMessage.row";
import { ReferralMessage } from "./referralMessage.type";

const ofVisibleReferral: RowRule = {
  ...senderGround,
  id: "ofVisibleReferral",
  roles: [...policeRoles, Role.SOCIAL_WORKER, Role.SUPERVISOR],
  where: "EXISTS (SELECT FROM referral r WHERE r.id = referral_id)",
  relation: "of a referral that one sees",
};

/** Both sides of a referral see what was said between them; a privacy officer, who reads no narrative, does not. */
export const referralMessagePolicy: AnyPolicy = {
  type: "ReferralMessage",
  tables: [
    {
      table: "referral_message",
      select: [ofVisibleReferral],
      insert: [
        {
          ...ofVisibleReferral,
          roles: [...policeRoles, Role.SOCIAL_WORKER],
          where: `from_id = ${viewerSql.id} AND ${ofVisibleReferral.where ?? ""}`,
        },
      ],
    },
  ],
  fields: [],
};

/** The view that leaves the slice, with its audit. */
export function viewReferralMessage(context: RequestContext, row: ReferralMessageRow): ReferralMessage {
  const { id, fromId, reasonCode, text, sentAt } = row;
  context.audit.saw({ type: "ReferralMessage", id, recordIds: [row.recordId] });
  return Object.freeze(Object.assign(new ReferralMessage(), { id, fromId, reasonCode, text, sentAt }));
}
