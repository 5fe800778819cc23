import { invariant } from "@corespond/kit";

import { agencyId, type AgencyKey } from "../demo/county/countyAgencies";
import { countyAssignments } from "../demo/county/countyStaff";

/** The id of the social worker who is assigned to an agency on a day, the first named of several. */
export function workerOf(agency: AgencyKey, day: string): string {
  const assigned = countyAssignments.find(
    (assignment) =>
      assignment.agencyId === agencyId(agency) &&
      assignment.from <= day &&
      (assignment.to === null || assignment.to === undefined || day < assignment.to),
  );
  invariant(assigned, `a social worker is assigned to ${agency} on ${day}`);
  return assigned.socialWorkerId;
}
