import { idLoader, type RequestContext, rowColumns, type ViewSource } from "@corespond/kit";

import { learnConsents } from "../consent/knownConsents";
import { isSender, viewReferral } from "./referral.policy";
import { ReferralRow } from "./referral.row";
import type { Referral } from "./referral.type";

/** How views of referrals are made from rows. */
export const referralSource: ViewSource<ReferralRow, Referral> = {
  columns: (dataSource) => rowColumns(dataSource, ReferralRow, "r"),
  from: "referral r",
  view: viewReferral,
  prepare: learnOutcomeConsents,
};

/** A sender sees how a referral went only where a consent names its agency, so only for senders is there a question. */
async function learnOutcomeConsents(context: RequestContext, rows: readonly ReferralRow[]): Promise<void> {
  if (!isSender(context.viewer)) return;
  await learnConsents(
    context,
    rows.map(({ recordId }) => recordId),
  );
}

/** A referral by its id. */
export const referralById = idLoader("referrals.referral.byId", { ...referralSource, idSql: "r.id" });
