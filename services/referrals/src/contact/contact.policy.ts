import { byTheHub, type Policy, redactionsOf, type RequestContext, Role, shownFields, viewerSql } from "@corespond/kit";

import { ownGround, ownRows, welfareGround } from "../access/grounds";
import { welfareRoles } from "../access/rolesOfReferrals";
import { ownCase } from "../referral/ownCase";
import type { ContactRow } from "./contact.row";
import { Contact } from "./contact.type";

const facts = ["id", "referral", "by", "kind", "result", "occurredAt", "recordedAt", "redactions"] as const;

/** The welfare side sees the contacts of the referrals that it sees; the owner adds them. */
export const contactPolicy: Policy<(typeof facts)[number] | "notes"> = {
  type: "Contact",
  tables: [
    {
      table: "contact",
      select: [
        {
          ...welfareGround,
          id: "ofVisibleReferral",
          roles: welfareRoles,
          where: "EXISTS (SELECT FROM referral r WHERE r.id = referral_id)",
          relation: "of a referral that one sees",
        },
        ownRows,
      ],
      insert: [
        byTheHub,
        {
          ...welfareGround,
          id: "ofOwnCase",
          roles: [Role.SOCIAL_WORKER],
          where: `by_id = ${viewerSql.id}
            AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id AND ${ownCase("r")})`,
          relation: "of a referral of the own caseload, or of one that one covers today",
        },
      ],
    },
  ],
  fields: [
    { ...welfareGround, id: "facts", fields: facts, roles: welfareRoles, relation: "the welfare side" },
    { ...ownGround, id: "ownFacts", fields: facts },
    {
      ...welfareGround,
      id: "notes",
      fields: ["notes"],
      roles: [Role.SOCIAL_WORKER, Role.SUPERVISOR],
      relation: "those who work with the resident",
    },
  ],
};

/** The view that leaves the slice, with its audit. */
export function viewContact(context: RequestContext, row: ContactRow): Contact {
  const { shown, withheld } = shownFields(contactPolicy, context.viewer, row);
  const { id, referralId, byId, kind, result, occurredAt, recordedAt } = row;
  const notes = shown("notes", row.notes);
  const fields = { id, referralId, byId, kind, result, notes, occurredAt, recordedAt };
  context.audit.saw({ type: "Contact", id, recordIds: [row.recordId], withheld });
  return Object.freeze(Object.assign(new Contact(), fields, { redactions: redactionsOf(withheld) }));
}
