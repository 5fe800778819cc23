import { pageLoader, rowColumns } from "@corespond/kit";

import { viewReferralMessage } from "./referralMessage.policy";
import { ReferralMessageRow } from "./referralMessage.row";

/** What a referral's sender told its owner, from the latest to the earliest. */
export const messagesOfReferral = pageLoader("referrals.referralMessage.ofReferral", {
  list: (context, _filter: null) => ({
    name: "referrals.referralMessage.ofReferral",
    columns: rowColumns(context.database.dataSource, ReferralMessageRow, "m"),
    from: "referral_message m",
    where: "m.referral_id = ANY (parent.keys)",
    values: [],
    sort: { sql: "m.sent_at", type: "timestamptz", descending: true },
    idSql: "m.id",
  }),
  view: viewReferralMessage,
});
