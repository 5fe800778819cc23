import { listLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { viewMembership } from "./membership.policy";
import { MembershipRow } from "./membership.row";
import type { ProgramMembership } from "./membership.type";

const columns = (dataSource: DataSource): string => rowColumns(dataSource, MembershipRow, "m");

const ofTheDay = "(key.as_of IS NULL OR (m.joined_on <= key.as_of AND (m.left_on IS NULL OR key.as_of < m.left_on)))";

/** A program's memberships: of a day, or without one all. */
export const membershipsOfProgram = listLoader<MembershipRow, ProgramMembership>("agencies.membership.ofProgram", {
  columns,
  from: "program_membership m",
  where: `m.program_id = key.parent AND ${ofTheDay}`,
  orderBy: "m.joined_on, m.id",
  view: viewMembership,
});

/** An agency's memberships: of a day, or without one all. */
export const membershipsOfAgency = listLoader<MembershipRow, ProgramMembership>("agencies.membership.ofAgency", {
  columns,
  from: "program_membership m",
  where: `m.agency_id = key.parent AND ${ofTheDay}`,
  orderBy: "m.joined_on DESC, m.id DESC",
  view: viewMembership,
});
