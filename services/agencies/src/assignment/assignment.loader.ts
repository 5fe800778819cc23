import { idLoader, listLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { viewAssignment } from "./assignment.policy";
import { AssignmentRow } from "./assignment.row";
import type { Assignment } from "./assignment.type";

const columns = (dataSource: DataSource): string => rowColumns(dataSource, AssignmentRow, "a");

const ofTheDay = `(a.to_on IS NULL OR a.to_on > coalesce(key.as_of, agency_today(a.agency_id)))
  AND (key.as_of IS NULL OR a.from_on <= key.as_of)`;

const list = { columns, from: "assignment a", orderBy: "a.from_on, a.id", view: viewAssignment };

/** Assignments by id. */
export const assignmentById = idLoader<AssignmentRow, Assignment>("agencies.assignment.byId", {
  ...list,
  idSql: "a.id",
});

/** An agency's assignments: of a day, or without one all that are not over. */
export const assignmentsOfAgency = listLoader<AssignmentRow, Assignment>("agencies.assignment.ofAgency", {
  ...list,
  where: `a.agency_id = key.parent AND ${ofTheDay}`,
});

/** A social worker's assignments: of a day, or without one all that are not over. */
export const assignmentsOfWorker = listLoader<AssignmentRow, Assignment>("agencies.assignment.ofWorker", {
  ...list,
  where: `a.social_worker_id = key.parent AND ${ofTheDay}`,
});
