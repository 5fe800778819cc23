import { bySystem, redactionsOf, type RequestContext, Role, roleIs, type RowAccess, viewerSql } from "@corespond/kit";

import { welfareRoles } from "../access/rolesOfReferrals";
import type { ContactRow } from "./contact.row";
import { Contact } from "./contact.type";

/** The welfare side sees the contacts of the referrals that it sees; the owner adds them. */
export const contactAccess: RowAccess = {
  table: "contact",
  select: `${roleIs(...welfareRoles)} AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id)`,
  insert: `${bySystem} OR ${roleIs(Role.SOCIAL_WORKER)} AND by_id = ${viewerSql.id}
    AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id AND r.owner_id = ${viewerSql.id})`,
};

/** The view that leaves the slice, with its audit. */
export function viewContact(context: RequestContext, row: ContactRow): Contact {
  const withheld = context.viewer.role === Role.PRIVACY_OFFICER ? ["notes"] : [];
  const { id, referralId, byId, kind, result, occurredAt, recordedAt } = row;
  const notes = withheld.includes("notes") ? null : row.notes;
  const fields = { id, referralId, byId, kind, result, notes, occurredAt, recordedAt };
  context.audit.saw({ type: "Contact", id, recordIds: [row.recordId], withheld });
  return Object.freeze(Object.assign(new Contact(), fields, { redactions: redactionsOf(withheld) }));
}
