import { pageLoader, rowColumns, type PageLoader } from "@corespond/kit";

import { withProtectedGrants } from "../consent/protectedGrants";
import { learnProtection } from "../consent/protectedNotice";
import { viewReferralEvent } from "./referralEvent.policy";
import { ReferralEventRow } from "./referralEvent.row";
import type { ReferralEvent } from "./referralEvent.type";

/** What the service referral that an entry tells of says of its protection; an entry that tells of none has none. */
const protection = `coalesce(s.is_protected, false) AS "isProtected", s.protected_program AS "protectedProgram", s.record_id AS "recordId"`;

const timeline = (name: string, parentSql: string): PageLoader<ReferralEvent, null> =>
  withProtectedGrants(
    pageLoader(name, {
      list: (context) => ({
        name,
        columns: `${rowColumns(context.database.dataSource, ReferralEventRow, "e")}, ${protection}`,
        from: "referral_event e LEFT JOIN service_referral s ON s.id = e.service_referral_id",
        where: `${parentSql} = ANY (parent.keys)`,
        values: [],
        sort: { sql: "e.recorded_at", type: "timestamptz", descending: true },
        idSql: "e.id",
      }),
      view: viewReferralEvent,
      prepare: learnProtection,
    }),
  );

/** The history of a referral and of the service referrals made for it that the viewer may see, newest first. */
export const timelineOfReferral = timeline("referrals.referralEvent.ofReferral", "e.referral_id");

/** The history of one service referral, newest first. */
export const timelineOfServiceReferral = timeline("referrals.referralEvent.ofServiceReferral", "e.service_referral_id");
