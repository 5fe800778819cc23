import { fail, failNotFound, UserErrorCode, type Action, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { assigningRoles } from "./assignment.policy";

/** Who is assigned to which agency; days are texts `YYYY-MM-DD`, `to` the first day after. */
export interface NewAssignment {
  readonly idempotencyKey: string;
  readonly socialWorkerId: string;
  readonly agencyId: string;
  readonly fte: number;
  readonly from: string;
  readonly to?: string | null;
}

/** Assigns a social worker to an agency. */
export const assignSocialWorker: Action<NewAssignment, { readonly id: string }> = {
  name: "assignSocialWorker",
  roles: assigningRoles,
  act: async (transaction, input) => {
    const { agencyId, socialWorkerId, from } = input;
    if (input.to != null && input.to <= from)
      fail(UserErrorCode.INVALID, `\`to\` must be after \`from\`, but got: ${input.to}.`, ["input", "to"]);
    await expectOwnWorker(transaction, input);
    await expectMember(transaction, input);
    await expectRoom(transaction, input);
    const id = uuidv7();
    await transaction.query({
      name: "agencies.assignment.insert",
      text: "INSERT INTO assignment (id, social_worker_id, agency_id, fte, from_on, to_on) VALUES ($1, $2, $3, $4, $5, $6)",
      values: [id, socialWorkerId, agencyId, input.fte, from, input.to ?? null],
    });
    await transaction.audit({
      action: "assignSocialWorker",
      subjects: { Assignment: [id], StaffMember: [socialWorkerId], Agency: [agencyId] },
      fields: ["socialWorker", "agency", "fte", "from", "to"].map((field) => `Assignment.${field}`),
    });
    await transaction.emit({
      type: "assignment.made",
      entityId: id,
      payload: { assignmentId: id, socialWorkerId, agencyId },
    });
    return { id };
  },
};

/** The social worker is one, is employed by the viewer's own county, and works there on the first day. */
async function expectOwnWorker(transaction: WriteTransaction, { socialWorkerId, from }: NewAssignment): Promise<void> {
  const [worker] = await transaction.query<{ role: string; own: boolean; active: boolean }>({
    name: "agencies.assignment.worker",
    text: `SELECT s.role, coalesce(s.agency_id = $2, false) AS own,
             s.active_from <= $3::date AND (s.active_to IS NULL OR $3::date < s.active_to) AS active
           FROM staff_member s WHERE s.id = $1`,
    values: [socialWorkerId, transaction.context.viewer.agencyId, from],
  });
  const field = ["input", "socialWorkerId"];
  if (!worker) failNotFound("staff member", field);
  if (worker.role !== "SOCIAL_WORKER")
    fail(UserErrorCode.INVALID, "Only a social worker is assigned to agencies.", field);
  if (!worker.own) fail(UserErrorCode.NOT_ALLOWED, "You may assign social workers of your own county only.", field);
  if (!worker.active) fail(UserErrorCode.INVALID, `The social worker does not work here on ${from}.`, field);
}

/** The agency is a member of one of the viewer's own county's programs on the first day. */
async function expectMember(transaction: WriteTransaction, { agencyId, from }: NewAssignment): Promise<void> {
  const [agency] = await transaction.query<{ own: boolean; member: boolean }>({
    name: "agencies.assignment.member",
    text: `SELECT count(p.id) > 0 AS own,
             coalesce(bool_or(m.joined_on <= $3::date AND (m.left_on IS NULL OR $3::date < m.left_on)), false) AS member
           FROM agency a
           LEFT JOIN (program_membership m JOIN program p ON p.id = m.program_id AND p.county_agency_id = $2) ON m.agency_id = a.id
           WHERE a.id = $1 GROUP BY a.id`,
    values: [agencyId, transaction.context.viewer.agencyId, from],
  });
  const field = ["input", "agencyId"];
  if (!agency) failNotFound("agency", field);
  if (!agency.own)
    fail(
      UserErrorCode.NOT_ALLOWED,
      "You may assign social workers to members of your own county's programs only.",
      field,
    );
  if (!agency.member) fail(UserErrorCode.INVALID, `The agency is not a member of the program on ${from}.`, field);
}

/** The parts of one person's position add up to 1 at most on any day, and no agency is served twice at a time. */
async function expectRoom(transaction: WriteTransaction, input: NewAssignment): Promise<void> {
  // Two assignments of one person at a time would each find room, so they wait for each other.
  await transaction.query({
    name: "agencies.assignment.lock",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('agencies.assignment.' || $1, 0))",
    values: [input.socialWorkerId],
  });
  const [room] = await transaction.query<{ twice: boolean; most: number }>({
    name: "agencies.assignment.room",
    text: `WITH other AS (
             SELECT a.agency_id, a.fte, daterange(a.from_on, a.to_on) AS period FROM assignment a
             WHERE a.social_worker_id = $1 AND daterange(a.from_on, a.to_on) && daterange($3::date, $4::date))
           SELECT coalesce(bool_or(other.agency_id = $2), false) AS twice, coalesce(max(day.fte), 0) AS most
           FROM other CROSS JOIN LATERAL (
             SELECT sum(o.fte) AS fte FROM other o WHERE o.period @> greatest(lower(other.period), $3::date)) AS day`,
    values: [input.socialWorkerId, input.agencyId, input.from, input.to ?? null],
  });
  if (room?.twice)
    fail(UserErrorCode.TAKEN, "The social worker is assigned to this agency in that time already.", [
      "input",
      "agencyId",
    ]);
  const most = room?.most ?? 0;
  // A thousandth forgives what binary fractions lose, such as in 0.7 + 0.3.
  if (most + input.fte > 1.001) {
    const left = Math.max(0, Math.round((1 - most) * 100) / 100);
    fail(
      UserErrorCode.INVALID,
      `The social worker has ${left} of a position left in that time, but got: ${input.fte}.`,
      ["input", "fte"],
    );
  }
}
