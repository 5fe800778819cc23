import {
  type AnyPolicy,
  byTheHub,
  everyRole,
  type RequestContext,
  Role,
  type RowRule,
  viewerSql,
} from "@corespond/kit";

import { welfareGround } from "../access/grounds";
import { welfareRoles } from "../access/rolesOfReferrals";
import { noteProtection, type ProtectedData } from "../consent/protectedNotice";
import { statusReasonOf } from "../referral/statusReason.type";
import type { ReferralEventRow } from "./referralEvent.row";
import { ReferralEvent } from "./referralEvent.type";

const ofReferral = "service_referral_id IS NULL AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id)";
const ofServiceReferral = "EXISTS (SELECT FROM service_referral s WHERE s.id = service_referral_id)";
const byOneself = `by_id = ${viewerSql.id}`;

const toldOfReferral: RowRule = {
  ...welfareGround,
  id: "ofVisibleReferral",
  roles: welfareRoles,
  where: ofReferral,
  relation: "of a referral that one sees",
};

const toldOfServiceReferral: RowRule = {
  ...welfareGround,
  id: "ofVisibleServiceReferral",
  roles: everyRole,
  where: ofServiceReferral,
  relation: "whoever sees the service referral that it tells of",
};

/**
 * An entry is as visible as what it tells of: a protected service referral leaves no trace in the timeline that others
 * see (42 CFR Part 2), and a sender sees no timeline.
 */
export const referralEventPolicy: AnyPolicy = {
  type: "ReferralEvent",
  tables: [
    {
      table: "referral_event",
      select: [toldOfReferral, toldOfServiceReferral],
      insert: [
        byTheHub,
        { ...toldOfReferral, roles: everyRole, where: `${byOneself} AND ${ofReferral}` },
        {
          ...toldOfServiceReferral,
          roles: [Role.SOCIAL_WORKER, Role.PROVIDER],
          where: `${byOneself} AND ${ofServiceReferral}`,
        },
      ],
    },
  ],
  fields: [],
};

/** An entry, with what the service referral that it tells of says of its protection. */
export type ToldEvent = ReferralEventRow & ProtectedData;

/**
 * The view that leaves the slice. It holds no data of the person and comes only with the referral or service referral
 * that it belongs to, whose view is audited.
 */
export function viewReferralEvent(context: RequestContext, row: ToldEvent): ReferralEvent {
  noteProtection(context, row);
  const { id, byId, serviceReferralId, kind, fromStatus, toStatus, occurredAt, recordedAt } = row;
  const reason = statusReasonOf(row.reasonCode, row.reasonText);
  const fields = { id, byId, serviceReferralId, kind, from: fromStatus, to: toStatus, reason, occurredAt, recordedAt };
  return Object.freeze(Object.assign(new ReferralEvent(), fields));
}
