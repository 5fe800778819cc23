import { fail, failNotFound, UserErrorCode, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { recordOf } from "../record/recordOf.service";
import type { RecordClientNotifiedInput, RequestCrisisDisclosureInput } from "./crisisDisclosure.inputs";

/** The disclosure to reload. */
export interface ChangedDisclosure {
  readonly id: string;
}

/** What agencies says of the viewer's own agency: whether it has a policy under Minn. Stat. 626.8477. */
export type HasPolicy = () => boolean;

/** The purpose of use with which a disclosure is asked for and read: HL7's emergency treatment. */
const crisisPurpose = "ETREAT";

/** Asks to be told. Nothing is shown until the responsible authority has decided. */
export async function requestCrisisDisclosure(
  transaction: WriteTransaction,
  { personId, crisis, necessity }: RequestCrisisDisclosureInput,
  hasPolicy: HasPolicy,
): Promise<ChangedDisclosure> {
  const { viewer } = transaction.context;
  if (viewer.purpose !== crisisPurpose)
    fail(UserErrorCode.NOT_ALLOWED, `It is for a crisis alone: state the purpose of use ${crisisPurpose}.`);
  if (viewer.agencyId === null || !hasPolicy())
    fail(UserErrorCode.NOT_ALLOWED, "Your agency has no recorded policy on such data (Minn. Stat. 626.8477).");
  const { recordId, sourceAgencyId } = await recordOf(transaction, personId);
  const id = uuidv7();
  await transaction.query({
    name: "people.crisisDisclosure.request",
    text: `INSERT INTO crisis_disclosure (id, record_id, source_agency_id, crisis, necessity, requested_by, requesting_agency_id)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [id, recordId, sourceAgencyId, crisis, necessity, viewer.id, viewer.agencyId],
  });
  await note(transaction, { id, recordId, action: "requestCrisisDisclosure", event: "requested" });
  return { id };
}

/** Decides on a request; without `hours` it is declined. */
export async function decideCrisisDisclosure(
  transaction: WriteTransaction,
  { disclosureId: id, hours }: { readonly disclosureId: string; readonly hours: number | null },
): Promise<ChangedDisclosure> {
  const request = await known(transaction, id);
  if (request.stale)
    fail(UserErrorCode.INVALID, "The request is older than 24 hours; a crisis of now is asked for anew.", field);
  const decided = await transaction.query({
    name: "people.crisisDisclosure.decide",
    text: `INSERT INTO crisis_decision (disclosure_id, decided_by, decided_at, expires_at, notify_client_by)
           SELECT $1, $2, now, now + make_interval(hours => $3::int),
             CASE WHEN $3::int IS NOT NULL THEN now + interval '72 hours' END
           FROM clock_timestamp() now
           ON CONFLICT DO NOTHING RETURNING disclosure_id`,
    values: [id, transaction.context.viewer.id, hours],
  });
  if (decided.length === 0) fail(UserErrorCode.ILLEGAL_TRANSITION, "Somebody has decided on it already.", field);
  const [action, event] =
    hours === null ? ["declineCrisisDisclosure", "declined"] : ["authorizeCrisisDisclosure", "authorized"];
  await note(transaction, { id, recordId: request.recordId, action, event });
  return { id };
}

/** Records that the client was told. */
export async function recordClientNotified(
  transaction: WriteTransaction,
  { disclosureId: id, notifiedAt }: RecordClientNotifiedInput,
): Promise<ChangedDisclosure> {
  const { recordId, authorized } = await known(transaction, id);
  if (!authorized) fail(UserErrorCode.ILLEGAL_TRANSITION, "It was not authorized: there is nothing to tell.", field);
  if (notifiedAt.getTime() > Date.now())
    fail(UserErrorCode.INVALID, "`notifiedAt` must not be in the future.", ["input", "notifiedAt"]);
  const recorded = await transaction.query({
    name: "people.crisisDisclosure.notify",
    text: `INSERT INTO client_notice (disclosure_id, notified_at, recorded_by) VALUES ($1, $2, $3)
           ON CONFLICT DO NOTHING RETURNING disclosure_id`,
    values: [id, notifiedAt, transaction.context.viewer.id],
  });
  if (recorded.length === 0) fail(UserErrorCode.ILLEGAL_TRANSITION, "That the client was told is on record.", field);
  await note(transaction, { id, recordId, action: "recordClientNotified", event: "client_notified" });
  return { id };
}

const field = ["input", "disclosureId"];

interface KnownRequest extends Record<string, unknown> {
  readonly recordId: string;
  readonly stale: boolean;
  readonly authorized: boolean;
}

async function known(transaction: WriteTransaction, id: string): Promise<KnownRequest> {
  const [request] = await transaction.query<KnownRequest>({
    name: "people.crisisDisclosure.known",
    text: `SELECT d.record_id AS "recordId", c.expires_at IS NOT NULL AS authorized,
             d.requested_at < statement_timestamp() - interval '24 hours' AS stale
           FROM crisis_disclosure d LEFT JOIN crisis_decision c ON c.disclosure_id = d.id WHERE d.id = $1`,
    values: [id],
  });
  return request ?? failNotFound("crisis disclosure", field);
}

interface Noted extends ChangedDisclosure {
  readonly recordId: string;
  readonly action: string | undefined;
  readonly event: string | undefined;
}

async function note(transaction: WriteTransaction, { id, recordId, action = "", event = "" }: Noted): Promise<void> {
  await transaction.audit({
    action,
    subjects: { CrisisDisclosure: [id] },
    recordIds: [recordId],
    basis: ["CRISIS"],
  });
  await transaction.emit({ type: `crisis_disclosure.${event}`, entityId: id, payload: { crisisDisclosureId: id } });
}
