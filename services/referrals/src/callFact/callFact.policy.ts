import { Role, roleIs, type RowAccess, viewerSql } from "@corespond/kit";

import { welfareRoles } from "../access/rolesOfReferrals";

const system = roleIs(Role.SYSTEM);
const visible = [
  system,
  `(${roleIs(Role.OFFICER, Role.DISPATCHER)} AND agency_id = ${viewerSql.agency})`,
  `(${roleIs(Role.DISPATCHER, ...welfareRoles)} AND agency_id = ANY (${viewerSql.serves}))`,
].join(" OR ");

/**
 * Facts of calls are written by the event's consumer, and counted for those who may see the calls. What they were before
 * nobody reads: measures count it by functions of the owner's.
 */
export const callFactAccess: readonly RowAccess[] = [
  { table: "call_fact", select: visible, insert: system, update: system },
  { table: "call_fact_subject", select: visible, insert: system, delete: system },
  { table: "call_fact_history", select: system, insert: system, update: system },
  { table: "call_fact_subject_history", select: system, insert: system },
];
