import { fail, failNotFound, UserErrorCode, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import type { BreakGlassInput, ReviewBreakGlassInput } from "./breakGlass.inputs";

/** The access to reload. */
export interface ChangedBreakGlass {
  readonly id: string;
}

/** How many accesses one member of staff opens in a day: more is no emergency but a search. */
const mostInADay = 10;

/**
 * Opens an emergency access. For a person who does not exist it does the same, alert and review included: an id that is
 * made up costs its author an entry in the queue, and the access itself is all that tells whether there is somebody.
 */
export async function openBreakGlass(
  transaction: WriteTransaction,
  { personId, reasonCode, reasonText }: BreakGlassInput,
): Promise<ChangedBreakGlass> {
  if (transaction.context.viewer.agencyId === null)
    fail(UserErrorCode.NOT_ALLOWED, "Only an agency's staff have emergency access.");
  await expectNeed(transaction, personId);
  const id = uuidv7();
  await transaction.query({
    name: "people.breakGlass.open",
    text: "SELECT open_break_glass($1, $2, $3, $4)",
    values: [id, personId, reasonCode, reasonText],
  });
  await transaction.audit({
    action: "breakGlass",
    subjects: { BreakGlass: [id], Person: [personId] },
    basis: ["STATUTE"],
  });
  await transaction.emit({ type: "break_glass.opened", entityId: id, payload: { breakGlassId: id } });
  return { id };
}

/** Records what a review found; once. */
export async function reviewBreakGlass(
  transaction: WriteTransaction,
  { breakGlassId: id, finding, note }: ReviewBreakGlassInput,
): Promise<ChangedBreakGlass> {
  const field = ["input", "breakGlassId"];
  const [access] = await transaction.query<{ recordId: string | null }>({
    name: "people.breakGlass.known",
    text: `SELECT b.record_id AS "recordId" FROM break_glass b WHERE b.id = $1`,
    values: [id],
  });
  if (!access) failNotFound("emergency access", field);
  const reviewed = await transaction.query({
    name: "people.breakGlass.review",
    text: `INSERT INTO break_glass_review (break_glass_id, finding, note, reviewed_by) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING RETURNING break_glass_id`,
    values: [id, finding, note ?? null, transaction.context.viewer.id],
  });
  if (reviewed.length === 0) fail(UserErrorCode.ILLEGAL_TRANSITION, "Somebody has reviewed it already.", field);
  await transaction.audit({
    action: "reviewBreakGlass",
    subjects: { BreakGlass: [id] },
    recordIds: access.recordId === null ? [] : [access.recordId],
    fields: ["BreakGlass.review"],
    basis: ["STATUTE"],
  });
  await transaction.emit({ type: "break_glass.reviewed", entityId: id, payload: { breakGlassId: id } });
  return { id };
}

async function expectNeed(transaction: WriteTransaction, personId: string): Promise<void> {
  const [stand] = await transaction.query<{ known: boolean; today: number }>({
    name: "people.breakGlass.need",
    text: `SELECT EXISTS (SELECT FROM golden_ids(ARRAY[$1::uuid]) golden JOIN person_record r ON r.person_id = golden.person_id) AS known,
             (SELECT count(*)::int FROM break_glass b
              WHERE b.opened_by = $2 AND b.opened_at > statement_timestamp() - interval '24 hours') AS today`,
    values: [personId, transaction.context.viewer.id],
  });
  if (stand?.known)
    fail(UserErrorCode.INVALID, "You see this person already: no emergency access is needed.", ["input", "personId"]);
  if ((stand?.today ?? 0) >= mostInADay)
    fail(
      UserErrorCode.NOT_ALLOWED,
      `At most ${mostInADay} emergency accesses in 24 hours: speak to a privacy officer.`,
    );
}
