import type { RequestContext } from "@corespond/kit";

import type { MembershipRow } from "./membership.row";
import { ProgramMembership } from "./membership.type";

/** Makes a membership's view. Who may see and write the table is said by `programPolicy`. */
export function viewMembership(_context: RequestContext, row: MembershipRow): ProgramMembership {
  const { joinedOn, leftOn, provenance, agencyId, programId } = row;
  return Object.freeze(Object.assign(new ProgramMembership(), { joinedOn, leftOn, provenance, agencyId, programId }));
}
