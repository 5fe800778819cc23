import { type AnyPolicy, byTheHub, Role, type RowRule, viewerSql } from "@corespond/kit";

import { senderGround, welfareGround } from "../access/grounds";
import { policeRoles, welfareRoles } from "../access/rolesOfReferrals";

const own: RowRule = {
  ...senderGround,
  id: "ownAgency",
  roles: policeRoles,
  within: { column: "agency_id", ids: `ARRAY[${viewerSql.agency}]` },
  relation: "of the own agency's calls",
};

const served: RowRule = {
  ...welfareGround,
  id: "served",
  roles: [Role.DISPATCHER, ...welfareRoles],
  within: { column: "agency_id", ids: viewerSql.serves },
  relation: "of calls of an agency that one serves or dispatches",
};

const seen = [byTheHub, own, served];

/**
 * Facts of calls are written by the event's consumer, and counted for those who may see the calls. What they were before
 * nobody reads: measures count it by functions of the owner's.
 */
export const callFactPolicy: AnyPolicy = {
  type: "facts of calls",
  tables: [
    { table: "call_fact", select: seen, insert: [byTheHub], update: [byTheHub] },
    { table: "call_fact_subject", select: seen, insert: [byTheHub], delete: [byTheHub] },
    { table: "call_fact_history", select: [byTheHub], insert: [byTheHub], update: [byTheHub] },
    { table: "call_fact_subject_history", select: [byTheHub], insert: [byTheHub] },
  ],
  fields: [],
};
