import { fail, failNotFound, Role, UserErrorCode, type Action } from "@corespond/kit";

import { coveringRoles } from "./cover.policy";

/** Which cover ends. */
export interface EndedCover {
  readonly idempotencyKey: string;
  readonly coverId: string;
}

const field = ["input", "coverId"];

/** Ends a cover before its last day; the colleague's next request sees nothing of it. */
export const endCover: Action<EndedCover, { readonly id: string }> = {
  name: "endCover",
  roles: coveringRoles,
  act: async (transaction, { coverId }) => {
    const { id: staffId, agencyId, role } = transaction.context.viewer;
    const [cover] = await transaction.query<{ lenderId: string; coveringId: string; countyId: string; over: boolean }>({
      name: "agencies.cover.toEnd",
      text: `SELECT c.lender_id AS "lenderId", c.covering_id AS "coveringId", c.county_agency_id AS "countyId",
               c.ended_at IS NOT NULL OR c.to_on <= agency_today(c.county_agency_id) AS over
             FROM caseload_cover c WHERE c.id = $1`,
      values: [coverId],
    });
    if (!cover) failNotFound("cover", field);
    const { lenderId, coveringId, countyId, over } = cover;
    const may = role === Role.SUPERVISOR ? countyId === agencyId : staffId === lenderId || staffId === coveringId;
    if (!may)
      fail(UserErrorCode.NOT_ALLOWED, "The two social workers and supervisors of their county end a cover.", field);
    const ended = over
      ? []
      : await transaction.query({
          name: "agencies.cover.end",
          text: `UPDATE caseload_cover SET ended_at = clock_timestamp(), ended_by = $2 WHERE id = $1 AND ended_at IS NULL
                 RETURNING id`,
          values: [coverId, staffId],
        });
    if (ended.length === 0) fail(UserErrorCode.ILLEGAL_TRANSITION, "The cover is over already.", field);
    await transaction.audit({
      action: "endCover",
      subjects: { CaseloadCover: [coverId], StaffMember: [lenderId, coveringId] },
      fields: ["CaseloadCover.endedAt"],
    });
    await transaction.emit({ type: "cover.ended", entityId: coverId, payload: { coverId, lenderId, coveringId } });
    return { id: coverId };
  },
};
