import { graphError, Role, roleIs, type Viewer } from "@corespond/kit";

/** Those who may ask what a program achieves; only for the county that employs them. */
const measuringRoles: readonly Role[] = [Role.SUPERVISOR, Role.ANALYST];

/** The condition that the viewer may be given measures, for functions that run with the owner's rights. */
export const mayMeasureSql = roleIs(...measuringRoles);

/** Refuses whoever may not ask for measures at all, by the role alone. */
export function refuseMeasures(viewer: Viewer, field: string): void {
  if (measuringRoles.includes(viewer.role)) return;
  throw graphError("FORBIDDEN", `\`${field}\` is not for the role ${viewer.role}.`, { field });
}

/**
 * Whether small cells are withheld from this viewer. Supervisors see every referral behind a figure anyway; an analyst
 * sees none, and must not find one by a figure.
 */
export function getsNoSmallCells(viewer: Viewer): boolean {
  return viewer.role !== Role.SUPERVISOR;
}
