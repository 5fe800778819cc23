import { idLoader, rowColumns, type ViewSource } from "@corespond/kit";

import { viewReferral } from "./referral.policy";
import { ReferralRow } from "./referral.row";
import type { Referral } from "./referral.type";

/** How views of referrals are made from rows. */
export const referralSource: ViewSource<ReferralRow, Referral> = {
  columns: (dataSource) => rowColumns(dataSource, ReferralRow, "r"),
  from: "referral r",
  view: viewReferral,
};

/** A referral by its id. */
export const referralById = idLoader("referrals.referral.byId", { ...referralSource, idSql: "r.id" });
