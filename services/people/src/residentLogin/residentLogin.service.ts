import { fail, failNotFound, invariant, UserErrorCode, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

/** Who asserts a sign-in, and of whom. */
export interface SignIn {
  readonly issuer: string;
  readonly subject: string;
}

/** A sign-in to link. */
export interface NewResidentLogin extends SignIn {
  readonly recordIds: readonly string[];
  readonly proofing: string;
}

/** Links a sign-in to the records of one person, which the viewer must see all. */
export async function linkResidentLogin(
  transaction: WriteTransaction,
  input: NewResidentLogin,
): Promise<{ readonly id: string; readonly recordId: string }> {
  const { id: linkedBy, agencyId } = transaction.context.viewer;
  const [recordId] = input.recordIds;
  invariant(recordId, "a validated input names a record");
  await expectOnePerson(transaction, input.recordIds);
  const id = uuidv7();
  const linked = await transaction.query({
    name: "people.residentLogin.insert",
    text: `INSERT INTO resident_login (id, agency_id, issuer, subject, proofing, linked_by) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT DO NOTHING RETURNING id`,
    values: [id, agencyId, input.issuer, input.subject, input.proofing, linkedBy],
  });
  if (linked.length === 0) fail(UserErrorCode.TAKEN, "This sign-in is linked already.", ["input", "subject"]);
  await transaction.query({
    name: "people.residentLogin.insertRecords",
    text: "INSERT INTO resident_login_record (login_id, record_id, agency_id) SELECT $1, unnest($2::uuid[]), $3",
    values: [id, input.recordIds, agencyId],
  });
  await tell(transaction, "linkResidentLogin", { id, recordIds: input.recordIds });
  return { id, recordId };
}

async function expectOnePerson(transaction: WriteTransaction, recordIds: readonly string[]): Promise<void> {
  const rows = await transaction.query<{ personId: string }>({
    name: "people.residentLogin.persons",
    text: `SELECT r.person_id AS "personId" FROM person_record r WHERE r.id = ANY ($1)`,
    values: [recordIds],
  });
  const field = ["input", "recordIds"];
  if (rows.length < recordIds.length) failNotFound("record", field);
  if (new Set(rows.map(({ personId }) => personId)).size > 1)
    fail(UserErrorCode.INVALID, "The records are not all of one person.", field);
}

/** Unlinks a sign-in that the viewer's own county linked. */
export async function unlinkResidentLogin(
  transaction: WriteTransaction,
  { issuer, subject }: SignIn,
): Promise<{ readonly id: string }> {
  const [unlinked] = await transaction.query<{ id: string }>({
    name: "people.residentLogin.unlink",
    text: `UPDATE resident_login SET unlinked_at = clock_timestamp(), unlinked_by = $3
           WHERE issuer = $1 AND subject = $2 AND unlinked_at IS NULL RETURNING id`,
    values: [issuer, subject, transaction.context.viewer.id],
  });
  if (!unlinked) failNotFound("linked sign-in", ["input", "subject"]);
  const records = await transaction.query<{ recordId: string }>({
    name: "people.residentLogin.records",
    text: `SELECT r.record_id AS "recordId" FROM resident_login_record r WHERE r.login_id = $1`,
    values: [unlinked.id],
  });
  await tell(transaction, "unlinkResidentLogin", { ...unlinked, recordIds: records.map(({ recordId }) => recordId) });
  return unlinked;
}

async function tell(
  transaction: WriteTransaction,
  action: "linkResidentLogin" | "unlinkResidentLogin",
  { id, recordIds }: { readonly id: string; readonly recordIds: readonly string[] },
): Promise<void> {
  await transaction.audit({
    action,
    subjects: { ResidentLogin: [id], PersonRecord: [...recordIds] },
    recordIds: [...recordIds],
    basis: ["OWN_RECORD"],
  });
  const type = action === "linkResidentLogin" ? "resident_login.linked" : "resident_login.unlinked";
  await transaction.emit({ type, entityId: id, payload: { loginId: id } });
}
