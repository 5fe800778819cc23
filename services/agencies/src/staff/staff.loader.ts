import { idLoader, pageLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { viewStaffMember, type StaffToday } from "./staff.policy";
import { StaffRow } from "./staff.row";
import type { StaffMember } from "./staff.type";

const columns = (dataSource: DataSource): string =>
  `${rowColumns(dataSource, StaffRow, "s")}, (SELECT s.active_from <= today AND (s.active_to IS NULL OR today < s.active_to)
   FROM agency_today(s.agency_id) AS today) AS "active"`;

/** Staff by id. */
export const staffById = idLoader<StaffToday, StaffMember>("agencies.staff.byId", {
  columns,
  from: "staff_member s",
  idSql: "s.id",
  view: viewStaffMember,
});

/** An agency's staff, by family name. */
export const staffPages = pageLoader<StaffToday, StaffMember, null>("agencies.staff.ofAgency", {
  list: (context) => ({
    name: "agencies.staff.ofAgency",
    columns: columns(context.database.dataSource),
    from: "staff_member s",
    where: "s.agency_id = parent.keys[1]",
    values: [],
    sort: { sql: "s.family_name", type: "text", descending: false },
    idSql: "s.id",
  }),
  view: viewStaffMember,
});
