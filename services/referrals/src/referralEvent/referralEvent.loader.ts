import { pageLoader, rowColumns, type PageLoader } from "@corespond/kit";

import { viewReferralEvent } from "./referralEvent.policy";
import { ReferralEventRow } from "./referralEvent.row";
import type { ReferralEvent } from "./referralEvent.type";

const timeline = (name: string, parentSql: string): PageLoader<ReferralEvent, null> =>
  pageLoader(name, {
    list: (context) => ({
      name,
      columns: rowColumns(context.database.dataSource, ReferralEventRow, "e"),
      from: "referral_event e",
      where: `${parentSql} = ANY (parent.keys)`,
      values: [],
      sort: { sql: "e.recorded_at", type: "timestamptz", descending: true },
      idSql: "e.id",
    }),
    view: viewReferralEvent,
  });

/** The history of a referral and of the service referrals made for it that the viewer may see, newest first. */
export const timelineOfReferral = timeline("referrals.referralEvent.ofReferral", "e.referral_id");

/** The history of one service referral, newest first. */
export const timelineOfServiceReferral = timeline("referrals.referralEvent.ofServiceReferral", "e.service_referral_id");
