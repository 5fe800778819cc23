import { pageLoader, type PagedList, type RequestContext, type Viewer } from "@corespond/kit";

import { statusesShownAs } from "../vocabulary/acknowledgement";
import { openStatuses } from "../vocabulary/referralStatus";
import { referralSource } from "./referral.loader";
import { isSender } from "./referral.policy";
import { idsOf, type ReferralFilter } from "./referralFilter";

const { view, prepare } = referralSource;
const made = { view, ...(prepare && { prepare }) };

interface Condition {
  readonly where: string;
  readonly values: readonly unknown[];
}

/** Lists of referrals run from the latest made to the earliest. */
function latestFirst(context: RequestContext, name: string, { where, values }: Condition): PagedList {
  return {
    name,
    columns: referralSource.columns(context.database.dataSource),
    from: referralSource.from,
    where,
    values,
    sort: { sql: "r.submitted_at", type: "timestamptz", descending: true },
    idSql: "r.id",
  };
}

/** A condition per stated part of a filter; `$1` is the list's own. */
function conditionOf(context: RequestContext, filter: ReferralFilter): Condition {
  const values: unknown[] = [];
  const valued = (sql: (parameter: string) => string, value: unknown): string => sql(`$${values.push(value) + 1}`);
  const mineSql = isSender(context.viewer) ? "r.referred_by_id" : "r.owner_id";
  const conditions = [
    filter.status != null && valued((p) => `r.status = ANY (${p}::text[])`, filter.status),
    filter.outcome != null && valued((p) => `r.outcome = ${p}::text`, filter.outcome),
    filter.ownerId != null && valued((p) => `r.owner_id = ANY (${p}::uuid[])`, idsOf(filter.ownerId)),
    filter.acknowledgement != null &&
      valued((p) => `r.status = ANY (${p}::text[])`, statusesShownAs(filter.acknowledgement)),
    filter.agencyId != null && valued((p) => `r.agency_id = ANY (${p}::uuid[])`, idsOf(filter.agencyId)),
    filter.reason != null && valued((p) => `${p}::text = ANY (r.reasons)`, filter.reason),
    filter.urgency != null && valued((p) => `r.urgency = ${p}::text`, filter.urgency),
    filter.mine === true && valued((p) => `${mineSql} = ANY (${p}::uuid[])`, mineIds(context.viewer)),
  ].filter((condition) => condition !== false);
  return { where: conditions.length === 0 ? "true" : conditions.join(" AND "), values };
}

/** Whose referrals are the viewer's: a covering social worker's are the lender's, too. */
const mineIds = ({ id, covers }: Viewer): readonly string[] => (id === null ? [] : [id, ...covers]);

/** All referrals that the viewer may see and that fit a filter. */
export const referralList = pageLoader("referrals.referral.list", {
  list: (context, filter: ReferralFilter) =>
    latestFirst(context, "referrals.referral.list", conditionOf(context, filter)),
  ...made,
});

const ofParents = (name: string, where: string, values: readonly unknown[] = []) =>
  pageLoader(name, {
    list: (context, _filter: null) => latestFirst(context, name, { where, values }),
    ...made,
  });

/** The referrals that concern a person, by the person's source records. */
export const referralsOfRecords = ofParents("referrals.referral.ofRecords", "r.record_id = ANY (parent.keys)");

/** The referrals that an agency made, or that go to its social worker. */
export const referralsOfAgency = ofParents(
  "referrals.referral.ofAgency",
  "(r.agency_id = ANY (parent.keys) OR r.referring_agency_id = ANY (parent.keys))",
);

/** The open referrals that a staff member owns. */
export const caseloadOf = ofParents(
  "referrals.referral.caseload",
  "r.owner_id = ANY (parent.keys) AND r.status = ANY ($2::text[])",
  [openStatuses],
);
