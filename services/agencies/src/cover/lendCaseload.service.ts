import { fail, failNotFound, Role, UserErrorCode, type Action, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { coveringRoles } from "./cover.policy";

/** Whose caseload is lent to whom; days are texts `YYYY-MM-DD`, `to` the first day after. */
export interface NewCover {
  readonly idempotencyKey: string;
  readonly fromStaffId: string;
  readonly toStaffId: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** The longest cover, in days: what lasts longer is an assignment. */
const longestCover = 366;

/** Lends a social worker's caseload to a colleague. */
export const lendCaseload: Action<NewCover, { readonly id: string }> = {
  name: "lendCaseload",
  roles: coveringRoles,
  act: async (transaction, input) => {
    const { fromStaffId, toStaffId, from, to, reason } = input;
    const { id: staffId, agencyId, role } = transaction.context.viewer;
    if (role === Role.SOCIAL_WORKER && fromStaffId !== staffId)
      fail(UserErrorCode.NOT_ALLOWED, "A social worker lends the own caseload only.", ["input", "fromStaffId"]);
    await expectPeriod(transaction, input);
    await expectOwnWorker(transaction, input, "fromStaffId");
    if (fromStaffId === toStaffId)
      fail(UserErrorCode.INVALID, "A caseload is lent to somebody else.", ["input", "toStaffId"]);
    await expectOwnWorker(transaction, input, "toStaffId");
    await expectNotLent(transaction, input);
    const id = uuidv7();
    await transaction.query({
      name: "agencies.cover.insert",
      text: `INSERT INTO caseload_cover (id, county_agency_id, lender_id, covering_id, from_on, to_on, reason, made_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      values: [id, agencyId, fromStaffId, toStaffId, from, to, reason, staffId],
    });
    await transaction.audit({
      action: "lendCaseload",
      subjects: { CaseloadCover: [id], StaffMember: [fromStaffId, toStaffId] },
      fields: ["lender", "covering", "from", "to", "reason"].map((field) => `CaseloadCover.${field}`),
    });
    const payload = { coverId: id, lenderId: fromStaffId, coveringId: toStaffId };
    await transaction.emit({ type: "caseload.lent", entityId: id, payload });
    return { id };
  },
};

/** The period lies ahead, by the county's calendar, and is not endless. */
async function expectPeriod(transaction: WriteTransaction, { from, to }: NewCover): Promise<void> {
  const [period] = await transaction.query<{ today: string; begun: boolean; days: number }>({
    name: "agencies.cover.period",
    text: `SELECT today::text, $2::date < today AS begun, $3::date - $2::date AS days FROM agency_today($1) AS today`,
    values: [transaction.context.viewer.agencyId, from, to],
  });
  if (period?.begun !== false)
    fail(UserErrorCode.INVALID, `\`from\` must not be before today, ${period?.today ?? ""}, but got: ${from}.`, [
      "input",
      "from",
    ]);
  if (period.days < 1 || period.days > longestCover)
    fail(UserErrorCode.INVALID, `\`to\` must be 1 to ${longestCover} days after \`from\`, but got: ${to}.`, [
      "input",
      "to",
    ]);
}

/** Somebody of the cover is a social worker of the viewer's own county, and works there on the first day. */
async function expectOwnWorker(
  transaction: WriteTransaction,
  input: NewCover,
  who: "fromStaffId" | "toStaffId",
): Promise<void> {
  const [worker] = await transaction.query<{ role: Role; own: boolean; active: boolean }>({
    name: "agencies.cover.worker",
    text: `SELECT s.role, coalesce(s.agency_id = $2, false) AS own,
             s.active_from <= $3::date AND (s.active_to IS NULL OR $3::date < s.active_to) AS active
           FROM staff_member s WHERE s.id = $1`,
    values: [input[who], transaction.context.viewer.agencyId, input.from],
  });
  const field = ["input", who];
  if (!worker) failNotFound("staff member", field);
  if (worker.role !== Role.SOCIAL_WORKER) fail(UserErrorCode.INVALID, "Only social workers have caseloads.", field);
  if (!worker.own) fail(UserErrorCode.NOT_ALLOWED, "Caseloads are lent within your own county only.", field);
  if (!worker.active) fail(UserErrorCode.INVALID, `The social worker does not work here on ${input.from}.`, field);
}

/** A caseload is lent to one colleague at a time; two who lend it at once wait for each other. */
async function expectNotLent(transaction: WriteTransaction, { fromStaffId, from, to }: NewCover): Promise<void> {
  await transaction.query({
    name: "agencies.cover.lock",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('agencies.cover.' || $1, 0))",
    values: [fromStaffId],
  });
  const lent = await transaction.query({
    name: "agencies.cover.overlapping",
    text: `SELECT c.id FROM caseload_cover c WHERE c.lender_id = $1 AND c.ended_at IS NULL
             AND daterange(c.from_on, c.to_on) && daterange($2::date, $3::date) LIMIT 1`,
    values: [fromStaffId, from, to],
  });
  if (lent.length > 0)
    fail(UserErrorCode.TAKEN, "The caseload is lent in that time already: end that cover first.", ["input", "from"]);
}
