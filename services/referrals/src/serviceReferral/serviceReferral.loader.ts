import { idLoader, pageLoader, rowColumns, type PagedList, type RequestContext, type ViewSource } from "@corespond/kit";

import { withProtectedGrants } from "../consent/protectedGrants";
import { learnProtection } from "../consent/protectedNotice";
import type { ReferralStatus } from "../vocabulary/referralStatus";
import { viewServiceReferral } from "./serviceReferral.policy";
import { ServiceReferralRow } from "./serviceReferral.row";
import type { ServiceReferral } from "./serviceReferral.type";

const made = { view: viewServiceReferral, prepare: learnProtection };

const source: ViewSource<ServiceReferralRow, ServiceReferral> = {
  columns: (dataSource) => rowColumns(dataSource, ServiceReferralRow, "s"),
  from: "service_referral s",
  ...made,
};

/** A service referral by its id. */
export const serviceReferralById = withProtectedGrants(
  idLoader("referrals.serviceReferral.byId", { ...source, idSql: "s.id" }),
);

/** Lists of service referrals run from the latest sent to the earliest. */
function latestFirst(context: RequestContext, name: string, where: Pick<PagedList, "where" | "values">): PagedList {
  return {
    name,
    columns: source.columns(context.database.dataSource),
    from: source.from,
    ...where,
    sort: { sql: "s.submitted_at", type: "timestamptz", descending: true },
    idSql: "s.id",
  };
}

/** All service referrals that the viewer may see, in one state or any. */
export const serviceReferralList = withProtectedGrants(
  pageLoader("referrals.serviceReferral.list", {
    list: (context, status: ReferralStatus | null) =>
      latestFirst(
        context,
        "referrals.serviceReferral.list",
        status === null ? { where: "true", values: [] } : { where: "s.status = $2::text", values: [status] },
      ),
    ...made,
  }),
);

const ofParents = (name: string, parentSql: string) =>
  withProtectedGrants(
    pageLoader(name, {
      list: (context, _filter: null) =>
        latestFirst(context, name, { where: `${parentSql} = ANY (parent.keys)`, values: [] }),
      ...made,
    }),
  );

/** The service referrals made for a referral. */
export const serviceReferralsOfReferral = ofParents("referrals.serviceReferral.ofReferral", "s.referral_id");

/** The service referrals sent to a service. */
export const serviceReferralsOfService = ofParents("referrals.serviceReferral.ofService", "s.service_id");
